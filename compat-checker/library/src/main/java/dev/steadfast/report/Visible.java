package dev.steadfast.report;

/** Text of unknown origin, made fit for a terminal: one line, and nothing that moves the cursor. */
final class Visible {

  private Visible() {}

  /** Control and text-direction characters and lone surrogates appear as their JSON escapes. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text, i)) {
        return escaped(text, i);
      }
    }
    return text;
  }

  /** The first {@code limit} UTF-16 units of a visible text, an ellipsis for the rest. */
  static String clipped(String text, int limit) {
    if (text.length() <= limit) {
      return of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return of(text.substring(0, end)) + '…';
  }

  private static String escaped(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      if (isHidden(text, i)) {
        escape(text.charAt(i), out);
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** Writes a character as JSON escapes it. */
  static void escape(char c, StringBuilder out) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
      }
    }
  }

  /* A list of our own, not Character.getType: JDKs differ in their Unicode versions. */
  static boolean isHidden(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x7f) {
      return c < 0x20;
    }
    if (Character.isSurrogate(c)) {
      return isLoneSurrogate(text, i);
    }
    return c <= 0x9f
        || c == 0x061c
        || (c >= 0x200b && c <= 0x200f && c != 0x200d)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xfeff;
  }

  private static boolean isLoneSurrogate(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
