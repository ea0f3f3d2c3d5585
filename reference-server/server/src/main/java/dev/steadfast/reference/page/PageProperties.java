package dev.steadfast.reference.page;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of lists.
 *
 * @param cursorSecret signs the cursors; base64, at least 32 bytes; the same on all servers, or a
 *     page can be continued only on the server that gave it. Without one each start makes its own
 * @param previousCursorSecret the one before; accepted, so that a change of the secret breaks no
 *     list that is being read. Remove it a day after the change
 * @param clockDifference how far the clocks of two servers may differ, plus how long a request may
 *     take from reading the clock to its first write; a list in the order of creation shows younger
 *     items only when nothing can appear before them any more
 * @param settleTimeout how long such a list waits for that; afterwards the page ends before them
 *     and has a {@code next}
 */
@ConfigurationProperties("page")
public record PageProperties(
    @DefaultValue("") String cursorSecret,
    @DefaultValue("") String previousCursorSecret,
    @DefaultValue("100ms") Duration clockDifference,
    @DefaultValue("1s") Duration settleTimeout) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "PageProperties[clockDifference="
        + clockDifference
        + ", settleTimeout="
        + settleTimeout
        + "]";
  }
}
