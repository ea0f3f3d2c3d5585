package dev.steadfast.cli;

/** The question was asked in a wrong way; the message says what is allowed. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
