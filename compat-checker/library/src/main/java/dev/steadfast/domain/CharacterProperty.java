package dev.steadfast.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** The Unicode properties of ECMA-262 §22.2.2.9 (\p{…}) that the Java platform knows. */
final class CharacterProperty {

  private static final Map<String, Optional<CodePoints>> KNOWN = new ConcurrentHashMap<>();

  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("Letter", "L"),
          Map.entry("Cased_Letter", "LC"),
          Map.entry("Uppercase_Letter", "Lu"),
          Map.entry("Lowercase_Letter", "Ll"),
          Map.entry("Titlecase_Letter", "Lt"),
          Map.entry("Modifier_Letter", "Lm"),
          Map.entry("Other_Letter", "Lo"),
          Map.entry("Mark", "M"),
          Map.entry("Combining_Mark", "M"),
          Map.entry("Nonspacing_Mark", "Mn"),
          Map.entry("Spacing_Mark", "Mc"),
          Map.entry("Enclosing_Mark", "Me"),
          Map.entry("Number", "N"),
          Map.entry("Decimal_Number", "Nd"),
          Map.entry("digit", "Nd"),
          Map.entry("Letter_Number", "Nl"),
          Map.entry("Other_Number", "No"),
          Map.entry("Symbol", "S"),
          Map.entry("Math_Symbol", "Sm"),
          Map.entry("Currency_Symbol", "Sc"),
          Map.entry("Modifier_Symbol", "Sk"),
          Map.entry("Other_Symbol", "So"),
          Map.entry("Punctuation", "P"),
          Map.entry("punct", "P"),
          Map.entry("Connector_Punctuation", "Pc"),
          Map.entry("Dash_Punctuation", "Pd"),
          Map.entry("Open_Punctuation", "Ps"),
          Map.entry("Close_Punctuation", "Pe"),
          Map.entry("Initial_Punctuation", "Pi"),
          Map.entry("Final_Punctuation", "Pf"),
          Map.entry("Other_Punctuation", "Po"),
          Map.entry("Separator", "Z"),
          Map.entry("Space_Separator", "Zs"),
          Map.entry("Line_Separator", "Zl"),
          Map.entry("Paragraph_Separator", "Zp"),
          Map.entry("Other", "C"),
          Map.entry("Control", "Cc"),
          Map.entry("cntrl", "Cc"),
          Map.entry("Format", "Cf"),
          Map.entry("Surrogate", "Cs"),
          Map.entry("Private_Use", "Co"),
          Map.entry("Unassigned", "Cn"));

  /** By the constants of {@link Character#getType(int)}; 17 is not used. */
  private static final String[] TYPES = {
    "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc",
    "Cf", "", "Co", "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
  };

  private static final Map<String, IntPredicate> BINARY =
      Map.ofEntries(
          Map.entry("Any", codePoint -> true),
          Map.entry("ASCII", codePoint -> codePoint < 128),
          Map.entry("Assigned", Character::isDefined),
          Map.entry("Alphabetic", Character::isAlphabetic),
          Map.entry("Alpha", Character::isAlphabetic),
          Map.entry("Uppercase", Character::isUpperCase),
          Map.entry("Upper", Character::isUpperCase),
          Map.entry("Lowercase", Character::isLowerCase),
          Map.entry("Lower", Character::isLowerCase),
          Map.entry("Ideographic", Character::isIdeographic),
          Map.entry("Ideo", Character::isIdeographic),
          Map.entry("ASCII_Hex_Digit", CharacterProperty::isHexDigit),
          Map.entry("AHex", CharacterProperty::isHexDigit),
          Map.entry("White_Space", CharacterProperty::isWhiteSpace),
          Map.entry("space", CharacterProperty::isWhiteSpace));

  private CharacterProperty() {}

  /** What stands between the braces of \p{…}; empty if it is not a property or not known here. */
  static Optional<CodePoints> named(String text) {
    return text.length() > 60
        ? Optional.empty()
        : KNOWN.computeIfAbsent(text, CharacterProperty::find);
  }

  private static Optional<CodePoints> find(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      IntPredicate binary = BINARY.get(text);
      return binary != null ? Optional.of(CodePoints.matching(binary)) : category(text);
    }
    String value = text.substring(equals + 1);
    return switch (text.substring(0, equals)) {
      case "General_Category", "gc" -> category(value);
      case "Script", "sc" -> script(value);
      default -> Optional.empty();
    };
  }

  private static Optional<CodePoints> category(String name) {
    String category = CATEGORIES.getOrDefault(name, name);
    if (!CATEGORIES.containsValue(category)) {
      return Optional.empty();
    }
    return Optional.of(
        CodePoints.matching(
            codePoint -> {
              String type = TYPES[Character.getType(codePoint)];
              return category.equals("LC")
                  ? type.equals("Lu") || type.equals("Ll") || type.equals("Lt")
                  : type.startsWith(category);
            }));
  }

  private static Optional<CodePoints> script(String name) {
    try {
      Character.UnicodeScript script =
          Character.UnicodeScript.forName(name.toUpperCase(Locale.ROOT));
      return Optional.of(
          CodePoints.matching(codePoint -> Character.UnicodeScript.of(codePoint) == script));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean isHexDigit(int codePoint) {
    return codePoint < 128 && Character.digit(codePoint, 16) >= 0;
  }

  private static boolean isWhiteSpace(int codePoint) {
    return (codePoint >= '\t' && codePoint <= '\r')
        || codePoint == 0x85
        || Character.isSpaceChar(codePoint);
  }
}
