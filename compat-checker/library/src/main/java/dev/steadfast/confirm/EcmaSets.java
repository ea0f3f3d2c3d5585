package dev.steadfast.confirm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sets of characters that ECMA-262 escapes name, as Java writes them inside a class: white
 * space and words are not the same in both.
 */
final class EcmaSets {

  private static final String DIGIT = "0-9";
  private static final String NOT_DIGIT = "\\x{0}-/:-\\x{10FFFF}";
  private static final String WORD = "0-9A-Z_a-z";
  private static final String NOT_WORD = "\\x{0}-/:-@\\x{5B}-\\x{5E}`\\x{7B}-\\x{10FFFF}";
  private static final String SPACE =
      "\\x{9}-\\x{D}\\x{20}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"
          + "\\x{3000}\\x{FEFF}";
  private static final String NOT_SPACE =
      "\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}"
          + "\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}"
          + "\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("Letter", "L"),
          Map.entry("Lowercase_Letter", "Ll"),
          Map.entry("Uppercase_Letter", "Lu"),
          Map.entry("Titlecase_Letter", "Lt"),
          Map.entry("Modifier_Letter", "Lm"),
          Map.entry("Other_Letter", "Lo"),
          Map.entry("Mark", "M"),
          Map.entry("Number", "N"),
          Map.entry("Decimal_Number", "Nd"),
          Map.entry("Punctuation", "P"),
          Map.entry("Symbol", "S"),
          Map.entry("Separator", "Z"),
          Map.entry("Space_Separator", "Zs"),
          Map.entry("Other", "C"),
          Map.entry("Control", "Cc"));

  private EcmaSets() {}

  /** What a letter after a backslash stands for, {@code d} for one; null when it is no set. */
  static @Nullable String named(char letter) {
    return switch (letter) {
      case 'd' -> DIGIT;
      case 'D' -> NOT_DIGIT;
      case 'w' -> WORD;
      case 'W' -> NOT_WORD;
      case 's' -> SPACE;
      case 'S' -> NOT_SPACE;
      default -> null;
    };
  }

  /** What Java calls a property that is named alone; null when it does not know it. */
  static @Nullable String property(String name) {
    return switch (name) {
      case "Alphabetic", "Ideographic", "Lowercase", "Uppercase", "White_Space" -> "Is" + name;
      default -> category(name);
    };
  }

  /** What Java calls a general category; null when it does not know it. */
  static @Nullable String category(String name) {
    String known = CATEGORIES.getOrDefault(name, name);
    return known.matches("[LMNPSZC][a-z]?") ? "gc=" + known : null;
  }
}
