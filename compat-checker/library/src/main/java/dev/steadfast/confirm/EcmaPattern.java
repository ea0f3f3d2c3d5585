package dev.steadfast.confirm;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** An ECMA-262 regular expression with the {@code u} flag, run by java.util.regex. */
final class EcmaPattern {

  private static final int MOST_STEPS = 2_000_000; // characters looked at in one search

  private final String source;
  private final Pattern compiled;

  private EcmaPattern(String source) {
    this.source = source;
    String java = EcmaTranslation.of(source);
    try {
      this.compiled = Pattern.compile(java);
    } catch (PatternSyntaxException e) {
      throw refuse("has a part that Java cannot run: " + e.getDescription());
    }
  }

  /**
   * @throws CannotSayException when the expression is not ECMA-262, or has no equal in Java
   */
  static EcmaPattern of(String source) {
    return new EcmaPattern(source);
  }

  String source() {
    return source;
  }

  /**
   * Is there a match anywhere in the text?
   *
   * @throws CannotSayException after {@value #MOST_STEPS} steps, the same on every machine
   */
  boolean matches(String text) {
    try {
      return compiled.matcher(new Counted(text)).find();
    } catch (StackOverflowError e) {
      throw refuse("needs too much stack for this value");
    }
  }

  private CannotSayException refuse(String why) {
    return refusal(source, why);
  }

  static CannotSayException refusal(String source, String why) {
    return new CannotSayException("the pattern '" + source + "' " + why);
  }

  /** A text that may be looked at a limited number of times: backtracking has an end. */
  private final class Counted implements CharSequence {

    private final String text;
    private int left = MOST_STEPS;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (left-- == 0) {
        throw refuse("takes more than " + MOST_STEPS + " steps on this value");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
