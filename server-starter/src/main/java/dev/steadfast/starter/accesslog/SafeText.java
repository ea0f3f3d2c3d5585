package dev.steadfast.starter.accesslog;

/**
 * Text from a request, made safe for a log: on one line, without what a terminal or an editor
 * obeys, of bounded length, and without card numbers.
 */
final class SafeText {

  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;
  private static final int DIGITS_KEPT = 4;

  private final int maxLength;

  /**
   * @param maxLength in characters
   */
  SafeText(int maxLength) {
    this.maxLength = maxLength;
  }

  /** Returns the text itself when nothing has to change, which costs one pass and no memory. */
  String of(String text) {
    String shown = text.length() <= maxLength ? text : text.substring(0, maxLength - 1) + '…';
    int digits = 0;
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      digits = isDigit(c) ? digits + 1 : 0;
      if (digits == SHORTEST_CARD || isUnsafe(c)) {
        return rewritten(shown);
      }
    }
    return shown;
  }

  private static String rewritten(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (end == i) {
        char c = text.charAt(i++);
        safe.append(isUnsafe(c) ? '\uFFFD' : c);
      } else {
        appendDigits(safe, text, i, end);
        i = end;
      }
    }
    return safe.toString();
  }

  private static void appendDigits(StringBuilder safe, String text, int from, int to) {
    int length = to - from;
    if (length >= SHORTEST_CARD && length <= LONGEST_CARD && passesLuhn(text, from, to)) {
      safe.append("*".repeat(length - DIGITS_KEPT)).append(text, to - DIGITS_KEPT, to);
    } else {
      safe.append(text, from, to);
    }
  }

  /** ISO/IEC 7812-1, annex B. */
  private static boolean passesLuhn(String text, int from, int to) {
    int sum = 0;
    for (int i = to - 1; i >= from; i--) {
      int digit = text.charAt(i) - '0';
      boolean doubled = ((to - 1 - i) & 1) == 1;
      int value = doubled ? 2 * digit : digit;
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Control characters, line and paragraph separators, and what changes the writing direction. */
  private static boolean isUnsafe(char c) {
    if (c < 0x7F) {
      return c < 0x20;
    }
    return c <= 0x9F
        || (c >= '\u200E' && c <= '\u200F')
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
