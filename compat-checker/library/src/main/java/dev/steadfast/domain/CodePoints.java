package dev.steadfast.domain;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A set of code points, 0 to 10FFFF with the surrogates. */
final class CodePoints {

  private static final int END = Character.MAX_CODE_POINT + 1;

  static final CodePoints NONE = new CodePoints(new int[0]);
  static final CodePoints ANY = NONE.not();
  static final CodePoints DIGIT = range('0', '9');

  /** ECMA-262 \w without the {@code i} flag. */
  static final CodePoints WORD = DIGIT.or(range('A', 'Z')).or(range('a', 'z')).or(range('_', '_'));

  /** ECMA-262 LineTerminator. */
  static final CodePoints LINE_END =
      range('\n', '\n').or(range('\r', '\r')).or(range(0x2028, 0x2029));

  /** ECMA-262 WhiteSpace (Unicode's space separators and a few more) and LineTerminator. */
  static final CodePoints SPACE =
      range('\t', '\r')
          .or(of(0x20))
          .or(of(0xA0))
          .or(of(0x1680))
          .or(range(0x2000, 0x200A))
          .or(of(0x202F))
          .or(of(0x205F))
          .or(of(0x3000))
          .or(of(0xFEFF))
          .or(LINE_END);

  static final CodePoints SURROGATE = range(0xD800, 0xDFFF);

  /** Membership changes at each of these, and is false before the first. */
  private final int[] changes;

  private CodePoints(int[] changes) {
    this.changes = changes;
  }

  static CodePoints range(int first, int last) {
    return new CodePoints(last + 1 == END ? new int[] {first} : new int[] {first, last + 1});
  }

  static CodePoints of(int codePoint) {
    return range(codePoint, codePoint);
  }

  static CodePoints matching(IntPredicate predicate) {
    int[] changes = new int[64];
    int size = 0;
    boolean before = false;
    for (int codePoint = 0; codePoint < END; codePoint++) {
      if (predicate.test(codePoint) != before) {
        changes = size == changes.length ? Arrays.copyOf(changes, size * 2) : changes;
        changes[size++] = codePoint;
        before = !before;
      }
    }
    return new CodePoints(Arrays.copyOf(changes, size));
  }

  CodePoints not() {
    if (changes.length > 0 && changes[0] == 0) {
      return new CodePoints(Arrays.copyOfRange(changes, 1, changes.length));
    }
    int[] flipped = new int[changes.length + 1];
    System.arraycopy(changes, 0, flipped, 1, changes.length);
    return new CodePoints(flipped);
  }

  CodePoints or(CodePoints other) {
    int[] merged = new int[changes.length + other.changes.length];
    int size = 0;
    int left = 0;
    int right = 0;
    while (left < changes.length || right < other.changes.length) {
      int next =
          Math.min(
              left < changes.length ? changes[left] : END,
              right < other.changes.length ? other.changes[right] : END);
      boolean before = left % 2 == 1 || right % 2 == 1;
      left += left < changes.length && changes[left] == next ? 1 : 0;
      right += right < other.changes.length && other.changes[right] == next ? 1 : 0;
      if (before != (left % 2 == 1 || right % 2 == 1)) {
        merged[size++] = next;
      }
    }
    return new CodePoints(Arrays.copyOf(merged, size));
  }

  CodePoints and(CodePoints other) {
    return not().or(other.not()).not();
  }

  boolean contains(int codePoint) {
    int index = Arrays.binarySearch(changes, codePoint);
    return (index >= 0 ? index : -index - 2) % 2 == 0;
  }

  boolean isEmpty() {
    return changes.length == 0;
  }

  /** The one member, or -1 if there are none or more. */
  int single() {
    int end = changes.length == 1 ? END : changes.length == 2 ? changes[1] : -1;
    return end >= 0 && changes[0] + 1 == end ? changes[0] : -1;
  }

  /** The code points at which membership changes, ascending. */
  int[] changes() {
    return changes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodePoints that && Arrays.equals(changes, that.changes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(changes);
  }

  /** A character class in the language of java.util.regex. */
  String java() {
    if (isEmpty()) {
      return "(?!)";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < changes.length; i += 2) {
      int end = i + 1 < changes.length ? changes[i + 1] : END;
      text.append("\\x{")
          .append(Integer.toHexString(changes[i]))
          .append("}-\\x{")
          .append(Integer.toHexString(end - 1))
          .append('}');
    }
    return text.append(']').toString();
  }

  /** The changes in base 36, in brackets. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int change : changes) {
      text.append(text.length() == 1 ? "" : " ").append(Integer.toString(change, 36));
    }
    return text.append(']').toString();
  }
}
