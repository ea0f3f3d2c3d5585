package dev.steadfast.confirm;

import static dev.steadfast.spec.Dialect.DRAFT_04;
import static dev.steadfast.spec.Dialect.DRAFT_06;
import static dev.steadfast.spec.Dialect.DRAFT_07;
import static dev.steadfast.spec.Dialect.DRAFT_2019_09;
import static dev.steadfast.spec.Dialect.DRAFT_2020_12;
import static dev.steadfast.spec.Dialect.OPENAPI_3_0;

import dev.steadfast.spec.Dialect;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keywords assert something in which dialect, and what their values are. */
final class Keywords {

  /** What stands under a keyword. */
  enum Kind {
    /** A value that means itself. */
    VALUE,
    /** A number to compare with. */
    BOUND,
    /** Names of properties. */
    NAMES,
    /** Schemas, or names of properties, by the name of another property. */
    DEPENDENT,
    /** A reference that the reader resolved. */
    REFERENCE,
    /** A schema for the same value. */
    HERE,
    /** Schemas for the same value. */
    HERE_LIST,
    /** A schema for a part of the value. */
    BELOW,
    /** Schemas for parts of the value. */
    BELOW_LIST,
    /** One schema or several, for parts of the value. */
    ITEMS,
    /** Schemas for parts of the value, by name or pattern. */
    PROPERTIES
  }

  private static final Set<Dialect> ALL = EnumSet.allOf(Dialect.class);
  private static final Set<Dialect> DRAFTS = EnumSet.complementOf(EnumSet.of(OPENAPI_3_0));
  private static final Set<Dialect> FROM_06 = EnumSet.range(DRAFT_06, DRAFT_2020_12);
  private static final Set<Dialect> FROM_07 = EnumSet.range(DRAFT_07, DRAFT_2020_12);
  private static final Set<Dialect> FROM_2019 = EnumSet.range(DRAFT_2019_09, DRAFT_2020_12);
  private static final Set<Dialect> TO_07 = EnumSet.range(DRAFT_04, DRAFT_07);
  private static final Set<Dialect> TO_2019 = EnumSet.range(DRAFT_04, DRAFT_2019_09);

  private static final Map<Dialect, Map<String, Kind>> TABLE = table();

  private Keywords() {}

  private static Map<Dialect, Map<String, Kind>> table() {
    Map<Dialect, Map<String, Kind>> table = new EnumMap<>(Dialect.class);
    String counts = "maxLength minLength maxItems minItems uniqueItems maxProperties minProperties";
    add(table, ALL, Kind.VALUE, "type enum multipleOf pattern format " + counts);
    add(table, FROM_06, Kind.VALUE, "const");
    add(table, FROM_07, Kind.VALUE, "contentEncoding");
    add(table, FROM_2019, Kind.VALUE, "minContains maxContains");
    add(table, ALL, Kind.BOUND, "maximum minimum");
    add(table, DRAFTS, Kind.BOUND, "exclusiveMaximum exclusiveMinimum");
    add(table, ALL, Kind.NAMES, "required");
    add(table, TO_07, Kind.DEPENDENT, "dependencies");
    add(table, FROM_2019, Kind.DEPENDENT, "dependentRequired dependentSchemas");
    add(table, ALL, Kind.REFERENCE, "$ref");
    add(table, Set.of(DRAFT_2019_09), Kind.REFERENCE, "$recursiveRef");
    add(table, Set.of(DRAFT_2020_12), Kind.REFERENCE, "$dynamicRef");
    add(table, ALL, Kind.HERE, "not");
    add(table, FROM_07, Kind.HERE, "if then else");
    add(table, ALL, Kind.HERE_LIST, "allOf anyOf oneOf");
    add(table, ALL, Kind.BELOW, "additionalProperties");
    add(table, TO_2019, Kind.BELOW, "additionalItems");
    add(table, FROM_06, Kind.BELOW, "contains propertyNames");
    add(table, FROM_2019, Kind.BELOW, "unevaluatedItems unevaluatedProperties");
    add(table, Set.of(DRAFT_2020_12), Kind.BELOW_LIST, "prefixItems");
    add(table, TO_2019, Kind.ITEMS, "items");
    add(table, Set.of(DRAFT_2020_12, OPENAPI_3_0), Kind.BELOW, "items");
    add(table, ALL, Kind.PROPERTIES, "properties");
    add(table, DRAFTS, Kind.PROPERTIES, "patternProperties");
    return table;
  }

  private static void add(
      Map<Dialect, Map<String, Kind>> table, Set<Dialect> dialects, Kind kind, String keywords) {
    for (String keyword : List.of(keywords.split(" "))) {
      for (Dialect dialect : dialects) {
        table.computeIfAbsent(dialect, d -> new HashMap<>()).put(keyword, kind);
      }
    }
  }

  /** Null for a keyword that asserts nothing in this dialect. */
  static @Nullable Kind kind(String keyword, Dialect dialect) {
    return TABLE.getOrDefault(dialect, Map.of()).get(keyword);
  }

  /** JSON Schema draft-07 Core §8.3; OAS 3.0, Reference Object. */
  static boolean refHidesSiblings(Dialect dialect) {
    return dialect == OPENAPI_3_0 || TO_07.contains(dialect);
  }
}
