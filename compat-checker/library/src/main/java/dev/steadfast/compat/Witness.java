package dev.steadfast.compat;

import dev.steadfast.spec.Node;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that the sender's contract allows and the receiver's refuses.
 *
 * @param http the whole message: start line, header lines, empty line, body; lines end in \n
 * @param value the JSON value that is refused
 * @param confirmed whether an independent validator agrees on both halves
 * @param curl a command that sends the message; null for a response
 * @param unconfirmedBecause why there is no confirmation; null when confirmed
 */
public record Witness(
    Kind kind,
    String http,
    Node value,
    boolean confirmed,
    @Nullable String curl,
    @Nullable String unconfirmedBecause) {

  /** Which way the message goes. */
  public enum Kind {
    REQUEST,
    RESPONSE;

    /** As every report writes it: {@code request}, {@code response}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
