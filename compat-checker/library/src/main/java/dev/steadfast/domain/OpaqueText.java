package dev.steadfast.domain;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern that is only known by its text. */
record OpaqueText(String key) implements StringAtom {

  @Override
  public Tri contains(String string) {
    try {
      return Tri.of(Pattern.compile(key).matcher(string).find());
    } catch (PatternSyntaxException invalid) {
      return Tri.UNKNOWN;
    }
  }

  @Override
  public int kind() {
    return 2;
  }
}
