package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Movement;
import dev.steadfast.diff.Outcome;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaFact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names facts of JSON Schema, which the engine decides. One row is one keyword; its three verbs,
 * for both directions, are its rules.
 */
final class SchemaRules {

  /**
   * A keyword's names.
   *
   * @param noun for sentences: {@code maximum length}
   * @param tightened end of the id when fewer values are allowed, and so on
   */
  private record Row(
      SchemaFact fact, String noun, String tightened, String loosened, String changed) {

    static Row of(SchemaFact fact, String noun, String id, String tightened, String loosened) {
      return new Row(fact, noun, id + '-' + tightened, id + '-' + loosened, id + "-changed");
    }

    /* Values leave or come, never both: a bound, a name. */
    static Row oneWay(SchemaFact fact, String noun, String id, String tightened, String loosened) {
      return new Row(fact, noun, id + '-' + tightened, id + '-' + loosened, UNNAMED);
    }
  }

  private static final String UNNAMED = "schema-changed";
  private static final Set<SchemaFact> ANNOTATIONS =
      Set.of(SchemaFact.DEFAULT, SchemaFact.DEPRECATED);

  /* What has no name of its own is a change of the whole schema, in either direction. */
  private static final Row WHOLE = new Row(SchemaFact.SCHEMA, "schema", UNNAMED, UNNAMED, UNNAMED);

  private static final List<Row> ROWS =
      List.of(
          Row.of(SchemaFact.TYPE, "type", "type", "narrowed", "widened"),
          Row.oneWay(SchemaFact.NULLABLE, "null", "null", "disallowed", "allowed"),
          Row.oneWay(SchemaFact.ENUM, "enum value", "enum-value", "removed", "added"),
          Row.of(SchemaFact.FORMAT, "format", "format", "narrowed", "widened"),
          Row.of(SchemaFact.PATTERN, "pattern", "pattern", "narrowed", "widened"),
          Row.oneWay(
              SchemaFact.MIN_LENGTH, "minimum length", "min-length", "increased", "decreased"),
          Row.oneWay(
              SchemaFact.MAX_LENGTH, "maximum length", "max-length", "decreased", "increased"),
          Row.oneWay(SchemaFact.MINIMUM, "minimum", "minimum", "increased", "decreased"),
          Row.oneWay(SchemaFact.MAXIMUM, "maximum", "maximum", "decreased", "increased"),
          Row.of(SchemaFact.MULTIPLE_OF, "divisor", "multiple-of", "narrowed", "widened"),
          Row.oneWay(
              SchemaFact.MIN_ITEMS,
              "minimum number of items",
              "min-items",
              "increased",
              "decreased"),
          Row.oneWay(
              SchemaFact.MAX_ITEMS,
              "maximum number of items",
              "max-items",
              "decreased",
              "increased"),
          Row.oneWay(
              SchemaFact.UNIQUE_ITEMS,
              "uniqueness of items",
              "unique-items",
              "required",
              "dropped"),
          Row.oneWay(SchemaFact.ITEMS, "items", "items", "narrowed", "widened"),
          Row.oneWay(
              SchemaFact.PREFIX_ITEMS, "leading items", "prefix-items", "narrowed", "widened"),
          Row.of(SchemaFact.CONTAINS, "contained items", "contains", "narrowed", "widened"),
          Row.oneWay(SchemaFact.PROPERTY, "property", "property", "removed", "added"),
          Row.oneWay(
              SchemaFact.REQUIRED, "property", "property", "became-required", "became-optional"),
          Row.oneWay(
              SchemaFact.ADDITIONAL_PROPERTIES,
              "additional properties",
              "additional-properties",
              "narrowed",
              "widened"),
          Row.oneWay(
              SchemaFact.PATTERN_PROPERTIES,
              "properties by pattern",
              "pattern-properties",
              "narrowed",
              "widened"),
          Row.of(
              SchemaFact.PROPERTY_NAMES, "property names", "property-names", "narrowed", "widened"),
          Row.oneWay(
              SchemaFact.MIN_PROPERTIES,
              "minimum number of properties",
              "min-properties",
              "increased",
              "decreased"),
          Row.oneWay(
              SchemaFact.MAX_PROPERTIES,
              "maximum number of properties",
              "max-properties",
              "decreased",
              "increased"),
          Row.of(SchemaFact.DEPENDENT, "dependency", "dependency", "added", "removed"),
          Row.of(SchemaFact.ALTERNATIVE, "alternative", "alternative", "removed", "added"),
          Row.of(SchemaFact.NOT, "exclusion", "exclusion", "added", "removed"),
          Row.of(SchemaFact.CONDITION, "condition", "condition", "narrowed", "widened"),
          Row.of(SchemaFact.CONTENT, "content", "content", "narrowed", "widened"),
          Row.of(SchemaFact.XML, "XML form", "xml-form", "changed", "changed"),
          Row.of(
              SchemaFact.DISCRIMINATOR,
              "discriminator value",
              "discriminator-value",
              "removed",
              "added"),
          Row.oneWay(SchemaFact.READ_ONLY, "readOnly", "read-only", "added", "removed"),
          Row.oneWay(SchemaFact.WRITE_ONLY, "writeOnly", "write-only", "added", "removed"),
          Row.of(SchemaFact.DEFAULT, "default", "default", "added", "removed"),
          Row.oneWay(SchemaFact.DEPRECATED, "deprecation", "deprecation", "added", "removed"),
          WHOLE);

  /* Two outcomes of a removed or added property are facts of their own. */
  private static final String IGNORED = "request-property-removed";
  private static final String REFUSED = "request-property-refused";
  private static final String UNEXPECTED = "response-property-unexpected";

  private static final Map<String, RuleInfo> BY_ID = byId();

  private SchemaRules() {}

  /** Sorted by id. */
  static Collection<RuleInfo> all() {
    return BY_ID.values();
  }

  /**
   * The rule with the severity of this change under {@code strict}. What usually breaks may be
   * harmless here, because of the rest of the schema, and the other way round.
   */
  static RuleInfo rated(SchemaChange change) {
    RuleInfo rule = of(change);
    Severity severity = severity(change.outcome());
    boolean request = change.direction() == Direction.REQUEST;
    RuleInfo meant =
        (severity == Severity.INFO) == (rule.severity() == Severity.INFO)
            ? rule
            : severity == Severity.INFO
                ? safe(rule.id(), rule.summary(), request)
                : breaking(rule.id(), rule.summary(), request);
    return new RuleInfo(
        meant.id(), meant.summary(), severity, meant.breaks(), meant.why(), meant.fix());
  }

  private static RuleInfo of(SchemaChange change) {
    RuleInfo info = BY_ID.get(id(change));
    if (info == null) {
      throw new IllegalArgumentException("no rule for " + id(change));
    }
    return info;
  }

  /** For sentences: {@code maximum length}. */
  static String noun(SchemaFact fact) {
    return row(fact).noun();
  }

  /** Past tense: {@code decreased}. */
  static String verb(SchemaChange change) {
    String id = id(Direction.REQUEST, row(change.fact()), movement(change));
    return id.substring(id.lastIndexOf('-') + 1);
  }

  /** Under the profile {@code strict}. */
  private static Severity severity(Outcome outcome) {
    return switch (outcome) {
      case REFUTED, MISREAD, LOST -> Severity.ERROR;
      case IGNORED, UNKNOWN -> Severity.WARNING;
      case SAFE -> Severity.INFO;
    };
  }

  private static Row row(SchemaFact fact) {
    for (Row row : ROWS) {
      if (row.fact() == fact) {
        return row;
      }
    }
    return WHOLE;
  }

  private static String id(SchemaChange change) {
    boolean request = change.direction() == Direction.REQUEST;
    if (change.fact() == SchemaFact.PROPERTY && change.outcome() == Outcome.REFUTED) {
      if (request && change.movement() == Movement.TIGHTENED) {
        return REFUSED;
      }
      if (!request && change.movement() == Movement.LOOSENED) {
        return UNEXPECTED;
      }
    }
    return id(change.direction(), row(change.fact()), movement(change));
  }

  /* An annotation allows no value more or less: it comes, goes or changes. */
  private static Movement movement(SchemaChange change) {
    boolean annotation =
        change.fact() == SchemaFact.DEFAULT || change.fact() == SchemaFact.DEPRECATED;
    if (!annotation) {
      return change.movement();
    }
    if (change.fact() == SchemaFact.DEPRECATED) {
      return change.now().equals("true") ? Movement.TIGHTENED : Movement.LOOSENED;
    }
    return change.was().isEmpty()
        ? Movement.TIGHTENED
        : change.now().isEmpty() ? Movement.LOOSENED : Movement.CHANGED;
  }

  private static String id(Direction direction, Row row, Movement movement) {
    String end =
        switch (movement) {
          case TIGHTENED -> row.tightened();
          case LOOSENED -> row.loosened();
          case CHANGED -> row.changed();
        };
    return (direction == Direction.REQUEST ? "request-" : "response-") + end;
  }

  private static Map<String, RuleInfo> byId() {
    Map<String, RuleInfo> byId = new TreeMap<>();
    for (Row row : ROWS) {
      for (Movement movement : Movement.values()) {
        for (Direction direction : new Direction[] {Direction.REQUEST, Direction.RESPONSE}) {
          if (happens(row, movement, direction)) {
            String id = id(direction, row, movement);
            byId.put(id, info(id, direction, row, movement));
          }
        }
      }
    }
    for (RuleInfo special : specials()) {
      byId.put(special.id(), special);
    }
    return byId;
  }

  /* A property is hidden from requests by readOnly, from responses by writeOnly. */
  private static boolean happens(Row row, Movement movement, Direction direction) {
    if (row.fact() == SchemaFact.READ_ONLY || row.fact() == SchemaFact.WRITE_ONLY) {
      boolean hides = (row.fact() == SchemaFact.READ_ONLY) == (direction == Direction.REQUEST);
      return hides && movement != Movement.CHANGED;
    }
    return (row == WHOLE || row.fact() == SchemaFact.XML)
        ? movement == Movement.CHANGED
        : movement != Movement.CHANGED || !row.changed().equals(UNNAMED);
  }

  private static RuleInfo info(String id, Direction direction, Row row, Movement movement) {
    boolean request = direction == Direction.REQUEST;
    boolean breaks =
        !ANNOTATIONS.contains(row.fact())
            && movement != (request ? Movement.LOOSENED : Movement.TIGHTENED);
    return breaks
        ? breaking(id, summary(request, row, movement), request)
        : safe(id, summary(request, row, movement), request);
  }

  private static RuleInfo breaking(String id, String summary, boolean request) {
    return new RuleInfo(
        id,
        summary,
        Severity.ERROR,
        Set.of(CLIENT_RUNTIME, SDK_COMPILE),
        request ? REQUEST_WHY : RESPONSE_WHY,
        request ? REQUEST_FIX : RESPONSE_FIX);
  }

  private static RuleInfo safe(String id, String summary, boolean request) {
    return new RuleInfo(
        id,
        summary,
        Severity.INFO,
        Set.of(),
        request ? REQUEST_SAFE : RESPONSE_SAFE,
        "Nothing to do.");
  }

  private static String summary(boolean request, Row row, Movement movement) {
    String noun = row.noun();
    String what = id(Direction.REQUEST, row, movement);
    String verb = what.substring(what.lastIndexOf('-') + 1);
    String side = request ? "request" : "response";
    String became = what.contains("-became-") ? "became " + verb : "was " + verb;
    return capital(article(noun) + noun + " in a " + side + ' ' + became);
  }

  private static String article(String noun) {
    return noun.endsWith("s") || noun.equals("null") || noun.equals("content")
        ? ""
        : "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static final String REQUEST_WHY =
      "A value that was accepted before is rejected with 400 now.";
  private static final String REQUEST_FIX =
      "Keep accepting the old values, or publish a new property or operation.";
  private static final String REQUEST_SAFE = "Every value that clients send is still accepted.";
  private static final String RESPONSE_WHY =
      "A client may receive a value that it was promised never to get.";
  private static final String RESPONSE_FIX =
      "Send the old values only, or publish a new property or operation.";
  private static final String RESPONSE_SAFE = "Every value that is sent was allowed before.";

  private static RuleInfo misread(String id, String summary) {
    return new RuleInfo(
        id,
        summary,
        Severity.ERROR,
        Set.of(CLIENT_RUNTIME, SDK_COMPILE),
        "What is sent in the old way is read as something else, or not at all.",
        "Keep how the value is written; add a new property for the new form.");
  }

  private static RuleInfo[] specials() {
    Set<Hurt> both = Set.of(CLIENT_RUNTIME, SDK_COMPILE);
    return new RuleInfo[] {
      new RuleInfo(
          IGNORED,
          "A request property is ignored now",
          Severity.WARNING,
          both,
          "Clients that send the property are not refused, but what they ask for no longer happens.",
          "Keep the property, mark it deprecated, and remove it once nobody sends it."),
      new RuleInfo(
          REFUSED,
          "A request property is refused now",
          Severity.ERROR,
          both,
          "The object is closed, so a request that has the property is rejected with 400 now.",
          "Keep the property, mark it deprecated, and remove it once nobody sends it."),
      new RuleInfo(
          "request-default-changed",
          "A default in a request was changed",
          Severity.WARNING,
          Set.of(CLIENT_RUNTIME),
          "Clients that leave the value out are not refused, but get something else.",
          "Keep the default; clients that want the new value can send it."),
      new RuleInfo(
          "request-default-removed",
          "A default in a request was removed",
          Severity.WARNING,
          Set.of(CLIENT_RUNTIME),
          "Clients that leave the value out no longer know what they get.",
          "Keep the default."),
      misread("request-content-narrowed", "The content of a text in a request was narrowed"),
      misread("request-content-changed", "The content of a text in a request was changed"),
      misread("response-content-widened", "The content of a text in a response was widened"),
      misread("response-content-changed", "The content of a text in a response was changed"),
      misread("request-xml-form-changed", "A value in a request is written in XML in another way"),
      misread(
          "response-xml-form-changed", "A value in a response is written in XML in another way"),
      misread(
          "request-discriminator-value-changed",
          "A discriminator value in a request selects another schema"),
      misread(
          "response-discriminator-value-changed",
          "A discriminator value in a response selects another schema"),
      new RuleInfo(
          "request-property-became-required",
          "A request property became required",
          Severity.ERROR,
          both,
          "A request that omits the property was valid before and is rejected with 400 now.",
          "Keep it optional and let the server apply a default, or publish a new operation."),
      new RuleInfo(
          "response-property-became-optional",
          "A response property became optional",
          Severity.ERROR,
          both,
          "A client that relies on the property may not find it.",
          "Keep sending the property in every response."),
      new RuleInfo(
          "response-property-removed",
          "A response property was removed",
          Severity.ERROR,
          both,
          "A client that reads the property never finds it again.",
          "Keep sending the property and mark it deprecated until nobody reads it."),
      new RuleInfo(
          "request-read-only-added",
          "A request property became readOnly",
          Severity.WARNING,
          both,
          "Clients that send the property are not refused, but what they ask for no longer happens.",
          "Keep the property writable until nobody sends it."),
      new RuleInfo(
          "response-write-only-added",
          "A response property became writeOnly",
          Severity.ERROR,
          both,
          "A client that reads the property never finds it again.",
          "Keep sending the property and mark it deprecated until nobody reads it."),
      new RuleInfo(
          "response-write-only-removed",
          "A property is sent in responses now",
          Severity.INFO,
          Set.of(),
          "Clients ignore properties they do not know.",
          "Make sure that it was meant: what was only written may be secret."),
      new RuleInfo(
          UNEXPECTED,
          "A response property was added to a closed object",
          Severity.ERROR,
          both,
          "A client that was promised no other properties may refuse the response.",
          "Add the property in a new version, or open the object first and wait for clients."),
      new RuleInfo(
          "response-property-added",
          "A response property was added",
          Severity.INFO,
          Set.of(),
          "Clients ignore properties they do not know.",
          "Nothing to do."),
      new RuleInfo(
          "response-enum-value-added",
          "A response enum value was added",
          Severity.ERROR,
          both,
          "A client that knows all values by name meets one that it cannot name.",
          "Send the value only to clients that ask for it, or declare the list open from the start."),
    };
  }
}
