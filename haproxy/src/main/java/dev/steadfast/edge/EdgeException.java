package dev.steadfast.edge;

/** The edge cannot be asked, or refuses; the message says which socket and why. */
public final class EdgeException extends Exception {

  private static final long serialVersionUID = 1L;

  EdgeException(String message) {
    super(message);
  }

  EdgeException(String message, Throwable cause) {
    super(message, cause);
  }
}
