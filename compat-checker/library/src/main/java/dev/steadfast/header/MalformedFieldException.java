package dev.steadfast.header;

/** A field value that does not follow its grammar; the message says what and where. */
public final class MalformedFieldException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedFieldException(String message) {
    super(message);
  }
}
