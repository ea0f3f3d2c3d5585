package dev.steadfast.domain;

/** Why a pattern has no {@link Syntax}. */
final class UnreadablePattern extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean valid;

  UnreadablePattern(String message, boolean valid) {
    super(message, null, false, false);
    this.valid = valid;
  }

  /** Whether it is a valid expression, only not a regular one or too large. */
  boolean isValid() {
    return valid;
  }
}
