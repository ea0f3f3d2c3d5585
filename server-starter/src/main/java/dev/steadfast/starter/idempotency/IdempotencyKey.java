package dev.steadfast.starter.idempotency;

import java.util.Optional;

/**
 * The value of an {@code Idempotency-Key} header, without quotes
 * (draft-ietf-httpapi-idempotency-key-header-07 §2.1).
 *
 * @param value 8 to 128 of the characters {@code A-Z a-z 0-9 . _ : -}
 */
record IdempotencyKey(String value) {

  static final int MIN_LENGTH = 8;
  static final int MAX_LENGTH = 128;

  /** What {@link #parse} accepts, for people. */
  static final String SYNTAX =
      "must be "
          + MIN_LENGTH
          + " to "
          + MAX_LENGTH
          + " letters, digits or . _ : - with or without quotes";

  /**
   * Reads a header value: a structured field string (RFC 9651 §3.3.3), or the same characters
   * without quotes, as clients from before the draft send them. Both name the same key.
   */
  static Optional<IdempotencyKey> parse(String header) {
    int length = header.length();
    boolean quoted = length >= 2 && header.charAt(0) == '"' && header.charAt(length - 1) == '"';
    String value = quoted ? header.substring(1, length - 1) : header;
    boolean valid =
        value.length() >= MIN_LENGTH
            && value.length() <= MAX_LENGTH
            && value.chars().allMatch(IdempotencyKey::isAllowed);
    return valid ? Optional.of(new IdempotencyKey(value)) : Optional.empty();
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == ':';
  }
}
