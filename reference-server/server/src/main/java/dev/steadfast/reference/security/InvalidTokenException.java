package dev.steadfast.reference.security;

/** A token that is not believed; the message says why, in words that the caller may read. */
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidTokenException(String message) {
    super(message, null, false, false);
  }
}
