package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  /** Annotations whose change is told, or changes how a value is read. */
  private static final List<String> TOLD =
      List.of("default", "deprecated", "xml", "contentMediaType", "contentSchema");

  /* As a number is written in a URL; its length is bounded. */
  private static final Pattern NUMBER =
      Pattern.compile("0|-?(?:[1-9][0-9]{0,17}|(?:0|[1-9][0-9]{0,17})\\.[0-9]{0,17}[1-9])");

  private Keywords() {}

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

  /** The same, and where values travel as texts, the numbers and booleans that some are. */
  static List<Node> written(List<Node> values, View view) {
    List<Node> all = new ArrayList<>(values);
    for (Node value : view.text() ? values : List.<Node>of()) {
      if (value instanceof StringNode string) {
        String text = string.value();
        if (text.equals("true") || text.equals("false")) {
          all.add(BooleanNode.of(text.equals("true")));
        } else if (NUMBER.matcher(text).matches()) {
          all.add(NumberNode.of(new BigDecimal(text)));
        }
      }
    }
    return all;
  }

  static List<Node> items(@Nullable Node node) {
    List<Node> items = new ArrayList<>();
    if (node instanceof ArrayNode array) {
      array.forEach(items::add);
    }
    return items;
  }
}
