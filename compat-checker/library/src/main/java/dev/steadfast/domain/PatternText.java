package dev.steadfast.domain;

/** A pattern while it is read. */
final class PatternText {

  private final String text;
  private int at;

  PatternText(String text) {
    this.text = text;
  }

  UnreadablePattern invalid(String problem) {
    return new UnreadablePattern(problem + " at " + at, false);
  }

  boolean more() {
    return at < text.length();
  }

  boolean looking(String expected) {
    return text.startsWith(expected, at);
  }

  boolean take(String expected) {
    if (looking(expected)) {
      at += expected.length();
      return true;
    }
    return false;
  }

  int next() throws UnreadablePattern {
    if (!more()) {
      throw invalid("unexpected end");
    }
    int codePoint = text.codePointAt(at);
    at += Character.charCount(codePoint);
    return codePoint;
  }

  /** Digits, at most the largest int; -1 if there are none. */
  int number() {
    int start = at;
    long value = 0;
    while (more() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(value * 10 + text.charAt(at++) - '0', Integer.MAX_VALUE);
    }
    return at == start ? -1 : (int) value;
  }

  boolean lookingAtDigit(char least) {
    return more() && text.charAt(at) >= least && text.charAt(at) <= '9';
  }

  int position() {
    return at;
  }

  void goBack(int position) {
    at = position;
  }

  /** What comes before the mark, which is taken too; it does if {@link #contains} says so. */
  String takeTo(char mark) {
    int end = text.indexOf(mark, at);
    String before = text.substring(at, end);
    at = end + 1;
    return before;
  }

  /** Whether the mark is still to come. */
  boolean contains(char mark) {
    return text.indexOf(mark, at) >= 0;
  }

  String from(int position, int end) {
    return text.substring(position, end);
  }
}
