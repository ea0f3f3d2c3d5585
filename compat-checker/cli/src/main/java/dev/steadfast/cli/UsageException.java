package dev.steadfast.cli;

/** The question was asked in a wrong way; the message says what is allowed. */
public final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  public UsageException(String text) {
    super(text);
    this.text = text;
  }

  /** What the user did, and what is allowed. */
  public String text() {
    return text;
  }
}
