package dev.steadfast.schema;

import static java.util.Map.entry;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads keywords of a Schema Object; what is absent has the neutral value. */
final class Keywords {

  /** Keywords that say nothing about which values are allowed. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "default",
          "example",
          "examples",
          "deprecated",
          "externalDocs",
          "xml",
          "$comment",
          "$schema",
          "$id",
          "id",
          "$anchor",
          "$dynamicAnchor",
          "$recursiveAnchor",
          "$vocabulary",
          "$defs",
          "definitions",
          "contentMediaType",
          "contentSchema",
          "readOnly",
          "writeOnly",
          "nullable");

  /** The dialect that brought a keyword; what is not listed is as old as draft-04. */
  private static final Map<String, Dialect> SINCE =
      Map.ofEntries(
          entry("const", Dialect.DRAFT_06),
          entry("contains", Dialect.DRAFT_06),
          entry("propertyNames", Dialect.DRAFT_06),
          entry("if", Dialect.DRAFT_07),
          entry("then", Dialect.DRAFT_07),
          entry("else", Dialect.DRAFT_07),
          entry("minContains", Dialect.DRAFT_2019_09),
          entry("maxContains", Dialect.DRAFT_2019_09),
          entry("dependentRequired", Dialect.DRAFT_2019_09),
          entry("dependentSchemas", Dialect.DRAFT_2019_09),
          entry("unevaluatedItems", Dialect.DRAFT_2019_09),
          entry("unevaluatedProperties", Dialect.DRAFT_2019_09),
          entry("prefixItems", Dialect.DRAFT_2020_12));

  /** Of draft-04, what OpenAPI 3.0 leaves out (OAS 3.0, Schema Object). */
  private static final Set<String> NOT_IN_OPENAPI_3_0 =
      Set.of("patternProperties", "additionalItems");

  /** Annotations whose change is told, or changes how a value is read. */
  private static final List<String> TOLD =
      List.of("default", "deprecated", "xml", "contentMediaType", "contentSchema");

  private Keywords() {}

  /** The schema without keywords that its dialect does not know. */
  static ObjectNode known(ObjectNode schema, Dialect dialect) {
    for (int i = 0; i < schema.size(); i++) {
      if (!isKnown(schema.key(i), dialect)) {
        Map<String, Node> known = new LinkedHashMap<>(schema.toMap());
        known.keySet().removeIf(keyword -> !isKnown(keyword, dialect));
        return ObjectNode.of(known);
      }
    }
    return schema;
  }

  private static boolean isKnown(String keyword, Dialect dialect) {
    if (keyword.equals("dependencies") && dialect.compareTo(Dialect.DRAFT_07) > 0) {
      return false; // split in two by 2019-09, and not in OpenAPI 3.0
    }
    Dialect since = SINCE.get(keyword);
    return dialect == Dialect.OPENAPI_3_0
        ? since == null && !NOT_IN_OPENAPI_3_0.contains(keyword)
        : since == null || since.compareTo(dialect) <= 0;
  }

  static boolean refHidesSiblings(Dialect dialect) {
    return dialect == Dialect.OPENAPI_3_0
        || dialect == Dialect.DRAFT_04
        || dialect == Dialect.DRAFT_06
        || dialect == Dialect.DRAFT_07;
  }

  static boolean isAnnotation(String keyword) {
    return ANNOTATIONS.contains(keyword) || keyword.startsWith("x-");
  }

  /** Whether nothing but annotations (and {@code except}) is there. */
  static boolean onlyAnnotates(ObjectNode schema, String except) {
    for (int i = 0; i < schema.size(); i++) {
      String key = schema.key(i);
      if (!isAnnotation(key) && !key.equals(except)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The format of texts in the encoding, in a message: contentEncoding is what OpenAPI 3.0 calls
   * the format byte (OAS 3.1.1 §4.1.2.3). Null for none, and for one that no format describes.
   */
  static @Nullable String encodingFormat(ObjectNode schema, Dialect dialect) {
    String encoding = knowsContent(dialect) ? text(schema, "contentEncoding") : null;
    return encoding == null
        ? null
        : switch (encoding.toLowerCase(Locale.ROOT)) {
          case "base64" -> "byte";
          case "base64url" -> "base64url";
          default -> null;
        };
  }

  /** JSON Schema 2020-12 Validation §8; the keywords came with draft-07. */
  static boolean knowsContent(Dialect dialect) {
    return dialect != Dialect.OPENAPI_3_0
        && dialect != Dialect.DRAFT_04
        && dialect != Dialect.DRAFT_06;
  }

  /** Whether a reference says nothing of its own that changes or their readers would miss. */
  static boolean isBareReference(ObjectNode schema) {
    return onlyAnnotates(schema, "$ref") && TOLD.stream().noneMatch(schema::has);
  }

  static boolean flag(ObjectNode schema, String keyword) {
    return schema.get(keyword) instanceof BooleanNode bool && bool.value();
  }

  static @Nullable BigDecimal number(ObjectNode schema, String keyword) {
    return schema.get(keyword) instanceof NumberNode number ? number.value() : null;
  }

  /** A count; {@code absent} when not there; capped to what fits an int. */
  static int count(ObjectNode schema, String keyword, int absent) {
    BigDecimal value = number(schema, keyword);
    if (value == null) {
      return absent;
    }
    return value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0
        ? Integer.MAX_VALUE
        : value.setScale(0, java.math.RoundingMode.CEILING).intValue();
  }

  static @Nullable String text(ObjectNode schema, String keyword) {
    return schema.get(keyword) instanceof StringNode string ? string.value() : null;
  }

  /** The strings of an array, or the one string, sorted. */
  static Set<String> names(@Nullable Node node) {
    Set<String> names = new TreeSet<>();
    if (node instanceof StringNode string) {
      names.add(string.value());
    } else if (node instanceof ArrayNode array) {
      for (Node item : array) {
        if (item instanceof StringNode string) {
          names.add(string.value());
        }
      }
    }
    return names;
  }

  static List<Node> items(@Nullable Node node) {
    List<Node> items = new ArrayList<>();
    if (node instanceof ArrayNode array) {
      array.forEach(items::add);
    }
    return items;
  }
}
