package dev.steadfast.confirm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes an ECMA-262 regular expression for java.util.regex, from left to right.
 *
 * <p>Every atom is written anew in a form that means the same in Java; what has no such form is
 * refused with {@link CannotSayException}. Escaped punctuation is allowed, as in most documents.
 */
final class EcmaTranslation {

  private static final String BOUNDARY =
      "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
  private static final String NOT_BOUNDARY =
      "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))";
  private static final Pattern QUANTIFIER = Pattern.compile("[*+?]|\\{\\d+(,\\d*)?\\}");
  private static final Pattern GROUP = Pattern.compile("\\((\\?(:|=|!|<=|<!|<[\\p{L}$_][^>]*>))?");
  private static final Pattern PROPERTY = Pattern.compile("\\{(\\w+)(?:=(\\w+))?\\}");

  private final String source;
  private final StringBuilder java = new StringBuilder();
  private int at;

  private EcmaTranslation(String source) {
    this.source = source;
  }

  /**
   * @throws CannotSayException when the expression is not ECMA-262, or has no equal in Java
   */
  static String of(String source) {
    EcmaTranslation translation = new EcmaTranslation(source);
    while (translation.at < source.length()) {
      translation.term();
    }
    return translation.java.toString();
  }

  private void term() {
    char c = source.charAt(at);
    switch (c) {
      case '\\' -> {
        at++;
        escape();
      }
      case '[' -> {
        at++;
        characterClass();
      }
      case '(' -> group();
      case '.' -> atom("[^\\n\\r\\x{2028}\\x{2029}]");
      case '^' -> atom("\\A");
      case '$' -> atom("\\z");
      case ')', '|' -> atom(String.valueOf(c));
      case '*', '+', '?' -> quantifier();
      case '{' -> {
        if (QUANTIFIER.matcher(source).region(at, source.length()).lookingAt()) {
          quantifier();
        } else {
          atom("\\{");
        }
      }
      default -> {
        int character = source.codePointAt(at);
        at += Character.charCount(character);
        java.append(literal(character));
      }
    }
  }

  private void atom(String text) {
    java.append(text);
    at++;
  }

  /* No group captures: nothing refers back to one. */
  private void group() {
    Matcher matcher = GROUP.matcher(source).region(at, source.length());
    if (!matcher.lookingAt() || (matcher.group(1) == null && source.startsWith("(?", at))) {
      throw refuse("has a group that ECMA-262 does not know");
    }
    String kind = matcher.group(2);
    boolean capturing = kind == null || kind.endsWith(">");
    java.append(capturing ? "(?:" : "(?" + kind);
    at = matcher.end();
  }

  private void quantifier() {
    Matcher matcher = QUANTIFIER.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      throw refuse("has a wrong quantifier");
    }
    java.append(matcher.group());
    at = matcher.end();
    if (at < source.length() && source.charAt(at) == '?') {
      atom("?");
    }
    if (QUANTIFIER.matcher(source).region(at, source.length()).lookingAt()) {
      throw refuse("repeats a repetition");
    }
  }

  private void escape() {
    if (at == source.length()) {
      throw refuse("ends in a backslash");
    }
    switch (source.charAt(at)) {
      case 'b' -> atom(BOUNDARY);
      case 'B' -> atom(NOT_BOUNDARY);
      case 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> throw refuse("has a back-reference");
      default -> {
        String set = setEscape();
        java.append(set == null ? literal(characterEscape()) : '[' + set + ']');
      }
    }
  }

  private void characterClass() {
    boolean negated = at < source.length() && source.charAt(at) == '^';
    if (negated) {
      at++;
    }
    StringBuilder ranges = new StringBuilder();
    while (at < source.length() && source.charAt(at) != ']') {
      String set = classSet();
      if (set != null) {
        ranges.append(set);
        continue;
      }
      int from = classCharacter();
      ranges.append(hex(from));
      if (at + 1 < source.length() && source.charAt(at) == '-' && source.charAt(at + 1) != ']') {
        at++;
        if (classSet() != null) {
          throw refuse("has a range that ends in a class");
        }
        ranges.append('-').append(hex(classCharacter()));
      }
    }
    if (at == source.length()) {
      throw refuse("has a class without an end");
    }
    at++;
    if (ranges.isEmpty()) {
      java.append(negated ? "[\\x{0}-\\x{10FFFF}]" : "(?!)");
    } else {
      java.append(negated ? "[^" : "[").append(ranges).append(']');
    }
  }

  /**
   * The inside of a Java class for {@code \d}, {@code \p{L}} and their like; null at anything else.
   */
  private @Nullable String classSet() {
    if (source.charAt(at) != '\\' || at + 1 == source.length()) {
      return null;
    }
    at++;
    String set = setEscape();
    if (set == null) {
      at--;
    }
    return set;
  }

  private int classCharacter() {
    if (source.charAt(at) == '\\') {
      at++;
      if (at == source.length()) {
        throw refuse("ends in a backslash");
      }
      if (source.charAt(at) == 'b') {
        at++;
        return '\b';
      }
      return characterEscape();
    }
    int character = source.codePointAt(at);
    at += Character.charCount(character);
    return character;
  }

  private @Nullable String setEscape() {
    char c = source.charAt(at);
    String set =
        switch (c) {
          case 'p', 'P' -> property(c);
          default -> EcmaSets.named(c);
        };
    if (set != null && c != 'p' && c != 'P') {
      at++;
    }
    return set;
  }

  private String property(char c) {
    Matcher matcher = PROPERTY.matcher(source).region(at + 1, source.length());
    if (!matcher.lookingAt()) {
      throw refuse("has a property escape without a name");
    }
    at = matcher.end();
    String name = matcher.group(1);
    String value = matcher.group(2);
    String inJava;
    if (value == null) {
      inJava = known(EcmaSets.property(name), name);
    } else if (name.equals("General_Category") || name.equals("gc")) {
      inJava = known(EcmaSets.category(value), value);
    } else if (name.equals("Script") || name.equals("sc")) {
      inJava = "script=" + value;
    } else {
      throw unknown(name);
    }
    return "\\" + c + '{' + inJava + '}';
  }

  private String known(@Nullable String inJava, String name) {
    if (inJava == null) {
      throw unknown(name);
    }
    return inJava;
  }

  private CannotSayException unknown(String name) {
    return refuse("has a property that Java does not know: " + name);
  }

  private int characterEscape() {
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      case '0' -> 0;
      case 'c' -> letterAfterC() % 32;
      case 'x' -> digits(2);
      case 'u' -> unicode();
      default -> {
        if (c < 128 && Character.isLetterOrDigit(c)) {
          throw refuse("has the escape \\" + (char) c);
        }
        yield c;
      }
    };
  }

  private int letterAfterC() {
    if (at == source.length() || !Character.isLetter(source.charAt(at))) {
      throw refuse("has the escape \\c without a letter");
    }
    return source.charAt(at++);
  }

  private int unicode() {
    if (at < source.length() && source.charAt(at) == '{') {
      int end = source.indexOf('}', at);
      int length = end - at - 1;
      if (length < 1 || length > 6) {
        throw refuse("has a wrong \\u{…}");
      }
      at++;
      int character = digits(length);
      at++;
      return character;
    }
    int first = digits(4);
    boolean pair = Character.isHighSurrogate((char) first) && source.startsWith("\\u", at);
    if (pair && at + 6 <= source.length()) {
      int before = at;
      at += 2;
      int second = digits(4);
      if (Character.isLowSurrogate((char) second)) {
        return Character.toCodePoint((char) first, (char) second);
      }
      at = before;
    }
    return first;
  }

  private int digits(int count) {
    if (at + count > source.length()) {
      throw refuse("has an escape with too few digits");
    }
    try {
      int value = Integer.parseInt(source.substring(at, at + count), 16);
      at += count;
      return value;
    } catch (NumberFormatException e) {
      throw refuse("has an escape with a wrong digit");
    }
  }

  private static String literal(int character) {
    boolean plain = character < 128 && Character.isLetterOrDigit(character);
    return plain ? String.valueOf((char) character) : hex(character);
  }

  private static String hex(int character) {
    return "\\x{" + Integer.toHexString(character) + '}';
  }

  private CannotSayException refuse(String why) {
    return EcmaPattern.refusal(source, why);
  }
}
