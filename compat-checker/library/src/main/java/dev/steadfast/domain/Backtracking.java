package dev.steadfast.domain;

import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Searches strings for an expression that is not regular, with a bound on the characters read. */
final class Backtracking implements Function<String, Tri> {

  private static final int MAX_READS = 100_000;

  /** Null if Java refuses the expression. */
  private final @Nullable Pattern pattern;

  Backtracking(Syntax expression) {
    this.pattern = compiled(expression);
  }

  private static @Nullable Pattern compiled(Syntax expression) {
    try {
      return Pattern.compile(expression.java());
    } catch (PatternSyntaxException refused) {
      return null;
    }
  }

  @Override
  public Tri apply(String string) {
    if (pattern == null) {
      return Tri.UNKNOWN;
    }
    try {
      return Tri.of(pattern.matcher(new Counted(string, new Work(MAX_READS))).find());
    } catch (WorkExceeded | StackOverflowError tooMuch) {
      return Tri.UNKNOWN;
    }
  }

  /** A text that counts how often it is read. */
  private record Counted(String text, Work work) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      work.spend(1);
      return text.charAt(index);
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
