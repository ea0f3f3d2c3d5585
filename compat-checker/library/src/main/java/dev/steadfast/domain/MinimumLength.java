package dev.steadfast.domain;

/** Whether a string has at least so many code points. */
record MinimumLength(int length) implements StringAtom {

  @Override
  public Tri contains(String string) {
    return Tri.of(string.codePointCount(0, string.length()) >= length);
  }

  @Override
  public int kind() {
    return 0;
  }

  @Override
  public String key() {
    return "";
  }

  @Override
  public int compareTo(StringAtom other) {
    return other instanceof MinimumLength that
        ? Integer.compare(length, that.length)
        : StringAtom.super.compareTo(other);
  }
}
