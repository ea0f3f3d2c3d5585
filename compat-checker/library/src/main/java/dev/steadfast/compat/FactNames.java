package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Movement;
import dev.steadfast.diff.SchemaFact;
import java.util.List;

/**
 * What rules call one fact of JSON Schema. One row is one keyword; its three verbs, for both
 * directions, are its rules.
 *
 * @param noun for sentences: {@code maximum length}
 * @param tightened end of the id when fewer values are allowed, and so on
 */
record FactNames(SchemaFact fact, String noun, String tightened, String loosened, String changed) {

  private static final String UNNAMED = "schema-changed";

  /* What has no name of its own is a change of the whole schema, in either direction. */
  private static final FactNames WHOLE =
      new FactNames(SchemaFact.SCHEMA, "schema", UNNAMED, UNNAMED, UNNAMED);

  static final List<FactNames> ALL =
      List.of(
          named(SchemaFact.TYPE, "type", "type", "narrowed", "widened"),
          oneWay(SchemaFact.NULLABLE, "null", "null", "disallowed", "allowed"),
          oneWay(SchemaFact.ENUM, "enum value", "enum-value", "removed", "added"),
          named(SchemaFact.FORMAT, "format", "format", "narrowed", "widened"),
          named(SchemaFact.PATTERN, "pattern", "pattern", "narrowed", "widened"),
          oneWay(SchemaFact.MIN_LENGTH, "minimum length", "min-length", "increased", "decreased"),
          oneWay(SchemaFact.MAX_LENGTH, "maximum length", "max-length", "decreased", "increased"),
          oneWay(SchemaFact.MINIMUM, "minimum", "minimum", "increased", "decreased"),
          oneWay(SchemaFact.MAXIMUM, "maximum", "maximum", "decreased", "increased"),
          named(SchemaFact.MULTIPLE_OF, "divisor", "multiple-of", "narrowed", "widened"),
          oneWay(
              SchemaFact.MIN_ITEMS,
              "minimum number of items",
              "min-items",
              "increased",
              "decreased"),
          oneWay(
              SchemaFact.MAX_ITEMS,
              "maximum number of items",
              "max-items",
              "decreased",
              "increased"),
          oneWay(
              SchemaFact.UNIQUE_ITEMS,
              "uniqueness of items",
              "unique-items",
              "required",
              "dropped"),
          oneWay(SchemaFact.ITEMS, "items", "items", "narrowed", "widened"),
          oneWay(SchemaFact.PREFIX_ITEMS, "leading items", "prefix-items", "narrowed", "widened"),
          named(SchemaFact.CONTAINS, "contained items", "contains", "narrowed", "widened"),
          oneWay(SchemaFact.PROPERTY, "property", "property", "removed", "added"),
          oneWay(SchemaFact.REQUIRED, "property", "property", "became-required", "became-optional"),
          oneWay(
              SchemaFact.ADDITIONAL_PROPERTIES,
              "additional properties",
              "additional-properties",
              "narrowed",
              "widened"),
          oneWay(
              SchemaFact.PATTERN_PROPERTIES,
              "properties by pattern",
              "pattern-properties",
              "narrowed",
              "widened"),
          named(
              SchemaFact.PROPERTY_NAMES, "property names", "property-names", "narrowed", "widened"),
          oneWay(
              SchemaFact.MIN_PROPERTIES,
              "minimum number of properties",
              "min-properties",
              "increased",
              "decreased"),
          oneWay(
              SchemaFact.MAX_PROPERTIES,
              "maximum number of properties",
              "max-properties",
              "decreased",
              "increased"),
          named(SchemaFact.DEPENDENT, "dependency", "dependency", "added", "removed"),
          named(SchemaFact.ALTERNATIVE, "alternative", "alternative", "removed", "added"),
          named(SchemaFact.NOT, "exclusion", "exclusion", "added", "removed"),
          named(SchemaFact.CONDITION, "condition", "condition", "narrowed", "widened"),
          named(SchemaFact.CONTENT, "content", "content", "narrowed", "widened"),
          named(SchemaFact.XML, "XML form", "xml-form", "changed", "changed"),
          named(
              SchemaFact.DISCRIMINATOR,
              "discriminator value",
              "discriminator-value",
              "removed",
              "added"),
          oneWay(SchemaFact.READ_ONLY, "readOnly", "read-only", "added", "removed"),
          oneWay(SchemaFact.WRITE_ONLY, "writeOnly", "write-only", "added", "removed"),
          named(SchemaFact.DEFAULT, "default", "default", "added", "removed"),
          oneWay(SchemaFact.DEPRECATED, "deprecation", "deprecation", "added", "removed"),
          WHOLE);

  private static FactNames named(
      SchemaFact fact, String noun, String id, String tightened, String loosened) {
    return new FactNames(fact, noun, id + '-' + tightened, id + '-' + loosened, id + "-changed");
  }

  /* Values leave or come, never both: a bound, a name. */
  private static FactNames oneWay(
      SchemaFact fact, String noun, String id, String tightened, String loosened) {
    return new FactNames(fact, noun, id + '-' + tightened, id + '-' + loosened, UNNAMED);
  }

  static FactNames of(SchemaFact fact) {
    for (FactNames row : ALL) {
      if (row.fact == fact) {
        return row;
      }
    }
    return WHOLE;
  }

  String id(Direction direction, Movement movement) {
    return (direction == Direction.REQUEST ? "request-" : "response-") + end(movement);
  }

  /** Past tense: {@code decreased}. */
  String verb(Movement movement) {
    String end = end(movement);
    return end.substring(end.lastIndexOf('-') + 1);
  }

  private String end(Movement movement) {
    return switch (movement) {
      case TIGHTENED -> tightened;
      case LOOSENED -> loosened;
      case CHANGED -> changed;
    };
  }

  /** For sentences, with its verb: {@code A maximum length in a request was decreased}. */
  String summary(Direction direction, Movement movement) {
    String side = direction == Direction.REQUEST ? "request" : "response";
    String became = end(movement).contains("-became-") ? " became " : " was ";
    return capital(article(noun) + noun + " in a " + side + became + verb(movement));
  }

  private static String article(String noun) {
    return noun.endsWith("s") || noun.equals("null") || noun.equals("content")
        ? ""
        : "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /**
   * Whether there is such a rule. A property is hidden from requests by readOnly, from responses by
   * writeOnly.
   */
  boolean happens(Movement movement, Direction direction) {
    if (fact == SchemaFact.READ_ONLY || fact == SchemaFact.WRITE_ONLY) {
      boolean hides = (fact == SchemaFact.READ_ONLY) == (direction == Direction.REQUEST);
      return hides && movement != Movement.CHANGED;
    }
    return (this == WHOLE || fact == SchemaFact.XML)
        ? movement == Movement.CHANGED
        : movement != Movement.CHANGED || !changed.equals(UNNAMED);
  }
}
