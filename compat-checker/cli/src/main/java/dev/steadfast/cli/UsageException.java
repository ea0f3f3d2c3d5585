package dev.steadfast.cli;

/** The question was asked in a wrong way; the message says what is allowed. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  UsageException(String text) {
    super(text);
    this.text = text;
  }

  /** What the user did, and what is allowed. */
  String text() {
    return text;
  }
}
