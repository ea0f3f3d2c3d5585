package dev.steadfast.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * JSON Schemas and values as text, drawn from a small world: few names, short strings, near
 * numbers, so that two of them often meet. The same seed gives the same schemas.
 *
 * <p>A reference always stands below a property or an item, so that no schema means itself.
 */
final class RandomSchemas {

  static final int DEFINITIONS = 3;

  private static final List<String> NAMES = List.of("a", "b", "ab", "c");
  private static final List<String> PATTERNS = List.of("^a", "b$", "^[ab]*$", "^.?$", "a");
  private static final List<String> TYPES =
      List.of("null", "boolean", "integer", "number", "string", "array", "object");
  private static final List<String> LEAVES =
      List.of(
          "null",
          "true",
          "false",
          "-1",
          "0",
          "1",
          "1.5",
          "2",
          "3",
          "6",
          "9007199254740993",
          "1e400",
          "\"\"",
          "\"a\"",
          "\"b\"",
          "\"ab\"",
          "\"ba\"",
          "\"aab\"");

  private final Random random;

  RandomSchemas(long seed) {
    this.random = new Random(seed);
  }

  /** Definitions {@code D0}, {@code D1} … that may refer to each other. */
  String definitions() {
    StringJoiner definitions = new StringJoiner(",", "{", "}");
    for (int i = 0; i < DEFINITIONS; i++) {
      definitions.add("\"D" + i + "\":" + schema(2, false));
    }
    return definitions.toString();
  }

  String schema() {
    return schema(3, false);
  }

  /** A value of any type, at most three levels deep. */
  String value() {
    return value(3);
  }

  private String value(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    return switch (kind) {
      case 2 -> list(random.nextInt(4), () -> value(depth - 1));
      case 3 -> members(names(), () -> value(depth - 1));
      default -> pick(LEAVES);
    };
  }

  private String schema(int depth, boolean below) {
    int kind = random.nextInt(depth > 0 ? 14 : 6);
    return switch (kind) {
      case 0 -> random.nextInt(8) == 0 ? "false" : random.nextInt(3) == 0 ? "true" : "{}";
      case 1 -> "{\"enum\":" + list(1 + random.nextInt(3), () -> pick(LEAVES)) + "}";
      case 2 -> "{" + strings() + "}";
      case 3 -> "{" + numbers() + "}";
      case 4 -> "{\"type\":\"" + pick(TYPES) + "\"}";
      case 5 -> below ? "{\"$ref\":\"#/$defs/D" + random.nextInt(DEFINITIONS) + "\"}" : "{}";
      case 6, 7, 8 -> "{" + objects(depth) + "}";
      case 9, 10 -> "{" + arrays(depth) + "}";
      case 11 -> combined("allOf", depth, below);
      case 12 -> combined(random.nextBoolean() ? "anyOf" : "oneOf", depth, below);
      default -> conditional(depth, below);
    };
  }

  private String combined(String keyword, int depth, boolean below) {
    return "{\"" + keyword + "\":" + list(2, () -> schema(depth - 1, below)) + "}";
  }

  private String conditional(int depth, boolean below) {
    if (random.nextInt(3) > 0) {
      return "{\"not\":" + schema(depth - 1, below) + "}";
    }
    StringJoiner keywords = keywords();
    keywords.add("\"if\":" + schema(depth - 1, below));
    keywords.add("\"then\":" + schema(depth - 1, below));
    sometimes(2, keywords, () -> "\"else\":" + schema(depth - 1, below));
    return "{" + keywords + "}";
  }

  private String strings() {
    StringJoiner keywords = keywords();
    sometimes(2, keywords, () -> "\"type\":\"string\"");
    sometimes(2, keywords, () -> "\"minLength\":" + random.nextInt(3));
    sometimes(2, keywords, () -> "\"maxLength\":" + random.nextInt(4));
    sometimes(3, keywords, () -> "\"pattern\":\"" + pick(PATTERNS) + "\"");
    return keywords.toString();
  }

  private String numbers() {
    StringJoiner keywords = keywords();
    sometimes(
        2, keywords, () -> "\"type\":\"" + (random.nextBoolean() ? "integer" : "number") + '"');
    sometimes(2, keywords, () -> "\"minimum\":" + random.nextInt(4));
    sometimes(2, keywords, () -> "\"maximum\":" + random.nextInt(7));
    sometimes(4, keywords, () -> "\"exclusiveMinimum\":" + random.nextInt(3));
    sometimes(4, keywords, () -> "\"exclusiveMaximum\":" + random.nextInt(7));
    sometimes(3, keywords, () -> "\"multipleOf\":" + pick(List.of("2", "3", "0.5", "10")));
    return keywords.toString();
  }

  private String objects(int depth) {
    StringJoiner keywords = keywords();
    sometimes(2, keywords, () -> "\"type\":\"object\"");
    keywords.add("\"properties\":" + members(names(), () -> schema(depth - 1, true)));
    sometimes(2, keywords, () -> "\"required\":" + quoted(names()));
    sometimes(
        3,
        keywords,
        () ->
            "\"additionalProperties\":"
                + (random.nextBoolean() ? "false" : schema(depth - 1, true)));
    sometimes(6, keywords, () -> "\"minProperties\":" + random.nextInt(3));
    sometimes(6, keywords, () -> "\"maxProperties\":" + random.nextInt(4));
    sometimes(
        6,
        keywords,
        () -> "\"patternProperties\":{\"" + pick(PATTERNS) + "\":" + schema(depth - 1, true) + "}");
    sometimes(8, keywords, () -> "\"propertyNames\":{\"pattern\":\"" + pick(PATTERNS) + "\"}");
    sometimes(8, keywords, () -> "\"dependentRequired\":{\"a\":" + quoted(names()) + "}");
    return keywords.toString();
  }

  private String arrays(int depth) {
    StringJoiner keywords = keywords();
    sometimes(2, keywords, () -> "\"type\":\"array\"");
    sometimes(2, keywords, () -> "\"items\":" + schema(depth - 1, true));
    sometimes(4, keywords, () -> "\"prefixItems\":" + list(2, () -> schema(depth - 1, true)));
    sometimes(3, keywords, () -> "\"minItems\":" + random.nextInt(3));
    sometimes(3, keywords, () -> "\"maxItems\":" + random.nextInt(4));
    sometimes(6, keywords, () -> "\"contains\":" + schema(depth - 1, true));
    sometimes(6, keywords, () -> "\"uniqueItems\":true");
    return keywords.toString();
  }

  private static StringJoiner keywords() {
    return new StringJoiner(",");
  }

  private void sometimes(int oneIn, StringJoiner keywords, Supplier<String> keyword) {
    if (random.nextInt(oneIn) == 0) {
      keywords.add(keyword.get());
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(5) < 2) {
        names.add(name);
      }
    }
    return names;
  }

  private static String quoted(List<String> names) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    names.forEach(name -> list.add('"' + name + '"'));
    return list.toString();
  }

  private static String members(List<String> names, Supplier<String> value) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    names.forEach(name -> members.add('"' + name + "\":" + value.get()));
    return members.toString();
  }

  private static String list(int size, Supplier<String> item) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (int i = 0; i < size; i++) {
      list.add(item.get());
    }
    return list.toString();
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
