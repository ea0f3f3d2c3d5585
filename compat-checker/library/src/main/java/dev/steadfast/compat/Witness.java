package dev.steadfast.compat;

import dev.steadfast.spec.Node;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that shows a change.
 *
 * @param shows what becomes of it
 * @param http the whole message: start line, header lines, empty line, body; lines end in \n
 * @param value the JSON value that is refused or read otherwise
 * @param confirmed whether an independent validator agrees on both halves
 * @param curl a command that sends the message; null for a response
 * @param unconfirmedBecause why there is no confirmation; null when confirmed
 */
public record Witness(
    Kind kind,
    Shows shows,
    String http,
    Node value,
    boolean confirmed,
    @Nullable String curl,
    @Nullable String unconfirmedBecause) {

  /** What becomes of a message. */
  public enum Shows {
    /** The sender's contract allows it and the receiver's refuses it. */
    REFUSED,
    /** Both allow it, and the receiver takes it for another message. */
    MISREAD,
    /** The old contract promised it, and it is never sent again. */
    LOST;

    /** As every report writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which way the message goes. */
  public enum Kind {
    REQUEST,
    RESPONSE;

    /** As every report writes it: {@code request}, {@code response}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same, confirmed. */
  Witness confirming() {
    return new Witness(kind, shows, http, value, true, curl, null);
  }
}
