package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ECMA-262 regular expression as with the {@code u} flag. Spellings that only the older
 * grammar of Annex B allows are read too where they have one meaning everywhere: an escaped
 * punctuation mark, a brace or bracket that closes or opens nothing.
 */
final class PatternReader {

  private static final int MAX_LENGTH = 20_000;
  private static final int MAX_DEPTH = 100;

  private static final List<String> ASSERTIONS =
      List.of("^", "$", "\\b", "\\B", "(?=", "(?!", "(?<=", "(?<!");

  private final String text;
  private int at;
  private int depth;

  private final boolean keepGroups;
  private final List<String> groups = new ArrayList<>();
  private final Map<Integer, Syntax> closed = new HashMap<>();

  private PatternReader(String text, boolean keepGroups) {
    this.text = text;
    this.keepGroups = keepGroups;
  }

  /** Why a pattern has no {@link Syntax}. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean valid;

    private Unreadable(String message, boolean valid) {
      super(message, null, false, false);
      this.valid = valid;
    }

    /** Whether it is a valid expression, only not a regular one or too large. */
    boolean isValid() {
      return valid;
    }
  }

  /** An expression without back references. */
  static Syntax read(String text) throws Unreadable {
    return read(text, false);
  }

  /** An expression that may have back references; groups are kept. */
  static Syntax readWithGroups(String text) throws Unreadable {
    return read(text, true);
  }

  private static Syntax read(String text, boolean keepGroups) throws Unreadable {
    if (text.length() > MAX_LENGTH) {
      throw new Unreadable("longer than " + MAX_LENGTH, true);
    }
    PatternReader reader = new PatternReader(text, keepGroups);
    Syntax syntax = reader.choice();
    if (reader.more()) {
      throw reader.invalid("nothing to close");
    }
    return syntax;
  }

  private Unreadable invalid(String problem) {
    return new Unreadable(problem + " at " + at, false);
  }

  private boolean more() {
    return at < text.length();
  }

  private boolean looking(String expected) {
    return text.startsWith(expected, at);
  }

  private boolean take(String expected) {
    if (looking(expected)) {
      at += expected.length();
      return true;
    }
    return false;
  }

  private int next() throws Unreadable {
    if (!more()) {
      throw invalid("unexpected end");
    }
    int codePoint = text.codePointAt(at);
    at += Character.charCount(codePoint);
    return codePoint;
  }

  private Syntax choice() throws Unreadable {
    if (++depth > MAX_DEPTH) {
      throw new Unreadable("nested too deep", true);
    }
    List<Syntax> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (take("|"));
    depth--;
    return Syntax.choice(alternatives);
  }

  private Syntax sequence() throws Unreadable {
    List<Syntax> parts = new ArrayList<>();
    while (more() && !looking("|") && !looking(")")) {
      boolean repeatable = ASSERTIONS.stream().noneMatch(this::looking);
      parts.add(quantified(part(), repeatable));
    }
    return Syntax.sequence(parts);
  }

  private Syntax part() throws Unreadable {
    int codePoint = next();
    return switch (codePoint) {
      case '^' -> new Syntax.Place(Syntax.Place.Kind.START);
      case '$' -> new Syntax.Place(Syntax.Place.Kind.END);
      case '(' -> group();
      case '.' -> new Syntax.Chars(CodePoints.LINE_END.not());
      case '[' -> new Syntax.Chars(new ClassReader().read());
      case '\\' -> escape();
      case '*', '+', '?' -> throw invalid("nothing to repeat");
      case '{' -> brace();
      default -> new Syntax.Chars(CodePoints.of(codePoint));
    };
  }

  private Syntax brace() throws Unreadable {
    at--;
    if (bounds() != null) {
      throw invalid("nothing to repeat");
    }
    at++;
    return new Syntax.Chars(CodePoints.of('{'));
  }

  private Syntax group() throws Unreadable {
    Syntax group;
    if (take("?:")) {
      group = choice();
    } else if (take("?=")) {
      group = new Syntax.Look(choice(), true, true);
    } else if (take("?!")) {
      group = new Syntax.Look(choice(), true, false);
    } else if (take("?<=")) {
      group = new Syntax.Look(choice(), false, true);
    } else if (take("?<!")) {
      group = new Syntax.Look(choice(), false, false);
    } else if (take("?<")) {
      group = numbered(name());
    } else if (looking("?")) {
      throw invalid("unknown group");
    } else {
      group = numbered("");
    }
    if (!take(")")) {
      throw invalid("group is not closed");
    }
    return group;
  }

  private Syntax numbered(String name) throws Unreadable {
    groups.add(name);
    int number = groups.size();
    Syntax body = choice();
    closed.put(number, body);
    return keepGroups ? new Syntax.Group(number, body) : body;
  }

  private String name() throws Unreadable {
    int start = at;
    int first = next();
    if (!Character.isUnicodeIdentifierStart(first) && first != '$' && first != '_') {
      throw invalid("not a group name");
    }
    for (int codePoint = next(); codePoint != '>'; codePoint = next()) {
      if (!Character.isUnicodeIdentifierPart(codePoint) && codePoint != '$') {
        throw invalid("not a group name");
      }
    }
    return text.substring(start, at - 1);
  }

  private Syntax quantified(Syntax part, boolean repeatable) throws Unreadable {
    int[] bounds = bounds();
    if (bounds == null) {
      return part;
    }
    if (!repeatable) {
      throw invalid("an assertion cannot be repeated");
    }
    if (bounds[0] > bounds[1]) {
      throw invalid("bounds out of order");
    }
    take("?");
    if (looking("*") || looking("+") || looking("?")) {
      throw invalid("nothing to repeat");
    }
    return Syntax.repeat(part, bounds[0], bounds[1]);
  }

  /** Least and most of a quantifier, which is taken; null if there is none here. */
  private int @Nullable [] bounds() {
    if (take("*")) {
      return new int[] {0, Syntax.Repeat.UNBOUNDED};
    }
    if (take("+")) {
      return new int[] {1, Syntax.Repeat.UNBOUNDED};
    }
    if (take("?")) {
      return new int[] {0, 1};
    }
    int start = at;
    if (take("{")) {
      int least = number();
      int most = least;
      if (take(",")) {
        most = looking("}") ? Syntax.Repeat.UNBOUNDED : number();
      }
      if (least >= 0 && most >= 0 && take("}")) {
        return new int[] {least, most};
      }
    }
    at = start;
    return null;
  }

  /** Digits, at most the largest int; -1 if there are none. */
  private int number() {
    int start = at;
    long value = 0;
    while (more() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(value * 10 + text.charAt(at++) - '0', Integer.MAX_VALUE);
    }
    return at == start ? -1 : (int) value;
  }

  private Syntax escape() throws Unreadable {
    if (take("b")) {
      return new Syntax.Place(Syntax.Place.Kind.WORD_EDGE);
    }
    if (take("B")) {
      return new Syntax.Place(Syntax.Place.Kind.NO_WORD_EDGE);
    }
    if (looking("k") || (more() && text.charAt(at) >= '1' && text.charAt(at) <= '9')) {
      return backReference();
    }
    return new Syntax.Chars(escapedSet());
  }

  /** Only to a group that began before it. */
  private Syntax backReference() throws Unreadable {
    int number = take("k<") ? groups.indexOf(name()) + 1 : number();
    if (number < 1 || number > groups.size()) {
      throw invalid("no such group");
    }
    if (!keepGroups) {
      throw new Unreadable("refers back to a group at " + at, true);
    }
    return new Syntax.BackReference(number, language(closed.get(number)));
  }

  /** All that a group may have matched: nothing too, and anything if it looked at its place. */
  private static Syntax language(@Nullable Syntax body) {
    return body == null || body.toString().contains("<")
        ? Syntax.repeat(new Syntax.Chars(CodePoints.ANY), 0, Syntax.Repeat.UNBOUNDED)
        : Syntax.choice(List.of(body, Syntax.sequence(List.of())));
  }

  private CodePoints escapedSet() throws Unreadable {
    int codePoint = next();
    return switch (codePoint) {
      case 'd' -> CodePoints.DIGIT;
      case 'D' -> CodePoints.DIGIT.not();
      case 'w' -> CodePoints.WORD;
      case 'W' -> CodePoints.WORD.not();
      case 's' -> CodePoints.SPACE;
      case 'S' -> CodePoints.SPACE.not();
      case 'p' -> property();
      case 'P' -> property().not();
      default -> CodePoints.of(escapedCodePoint(codePoint));
    };
  }

  private CodePoints property() throws Unreadable {
    int end = text.indexOf('}', at);
    if (!take("{") || end < 0) {
      throw invalid("not a property");
    }
    String name = text.substring(at, end);
    at = end + 1;
    return CharacterProperty.named(name).orElseThrow(() -> invalid("unknown property " + name));
  }

  private int escapedCodePoint(int codePoint) throws Unreadable {
    return switch (codePoint) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '0' -> zero();
      case 'c' -> control();
      case 'x' -> hex(2);
      case 'u' -> unicode();
      default -> itself(codePoint);
    };
  }

  private int zero() throws Unreadable {
    if (more() && Character.digit(text.charAt(at), 10) >= 0) {
      throw invalid("octal escape");
    }
    return 0;
  }

  private int control() throws Unreadable {
    int letter = next();
    if (!isLetter(letter)) {
      throw invalid("not a control letter");
    }
    return letter % 32;
  }

  private int itself(int codePoint) throws Unreadable {
    if (isLetter(codePoint) || Character.isDigit(codePoint)) {
      throw invalid("unknown escape");
    }
    return codePoint;
  }

  private static boolean isLetter(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
  }

  private int hex(int digits) throws Unreadable {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw invalid("not a hexadecimal digit");
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private int unicode() throws Unreadable {
    if (take("{")) {
      int value = 0;
      do {
        value = value * 16 + hex(1);
        if (value > Character.MAX_CODE_POINT) {
          throw invalid("not a code point");
        }
      } while (!take("}"));
      return value;
    }
    int value = hex(4);
    int start = at;
    if (Character.isHighSurrogate((char) value) && take("\\u") && !looking("{")) {
      int low = hex(4);
      if (Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) value, (char) low);
      }
    }
    at = start;
    return value;
  }

  /** Reads what follows an opening bracket, to the closing one. */
  private final class ClassReader {

    CodePoints read() throws Unreadable {
      boolean negated = take("^");
      CodePoints members = CodePoints.NONE;
      while (!take("]")) {
        CodePoints first = member();
        if (looking("-") && !looking("-]")) {
          at++;
          members = members.or(range(first, member()));
        } else {
          members = members.or(first);
        }
      }
      return negated ? members.not() : members;
    }

    private CodePoints range(CodePoints first, CodePoints last) throws Unreadable {
      if (first.single() < 0 || last.single() < 0) {
        return first.or(last).or(CodePoints.of('-'));
      }
      if (first.single() > last.single()) {
        throw invalid("range out of order");
      }
      return CodePoints.range(first.single(), last.single());
    }

    private CodePoints member() throws Unreadable {
      int codePoint = next();
      if (codePoint != '\\') {
        return CodePoints.of(codePoint);
      }
      if (take("b")) {
        return CodePoints.of('\b');
      }
      if (more() && text.charAt(at) >= '1' && text.charAt(at) <= '9') {
        throw invalid("octal escape");
      }
      return escapedSet();
    }
  }
}
