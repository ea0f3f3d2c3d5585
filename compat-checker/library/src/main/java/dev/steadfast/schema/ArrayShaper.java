package dev.steadfast.schema;

import dev.steadfast.schema.ArrayPart.Contains;
import dev.steadfast.schema.ArrayPart.Repetition;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keywords that speak of arrays, as array parts. */
final class ArrayShaper {

  private final Schemas schemas;
  private final Map<Schema, List<ArrayPart>> parts = new HashMap<>();

  ArrayShaper(Schemas schemas) {
    this.schemas = schemas;
  }

  /** What the array keywords say, as one part; none when they contradict each other. */
  List<ArrayPart> own(Schema.Located at) {
    return parts.computeIfAbsent(at, key -> compute(at));
  }

  private List<ArrayPart> compute(Schema.Located at) {
    ObjectNode node = at.keywords;
    List<Schema> prefix = new ArrayList<>();
    for (Node item : prefix(at)) {
      prefix.add(schemas.saidWithin(at, item));
    }
    Node rest = rest(at);
    ArrayPart part =
        new ArrayPart(
            Keywords.count(node, "minItems", 0),
            Keywords.count(node, "maxItems", Integer.MAX_VALUE),
            prefix,
            rest == null ? Schemas.ANY : schemas.saidWithin(at, rest),
            Keywords.flag(node, "uniqueItems") ? Repetition.FORBIDDEN : Repetition.ALLOWED,
            contains(at),
            List.of());
    if (part.equals(ArrayPart.ALL)) {
      return List.of(ArrayPart.ALL);
    }
    return part.plainlyEmpty() ? List.of() : List.of(part);
  }

  /** The items that are declared one by one. */
  static List<Node> prefix(Schema.Located at) {
    return Keywords.items(at.keywords.get(listsItems(at) ? "items" : "prefixItems"));
  }

  /** What is said of all items after them; null for nothing. */
  static @Nullable Node rest(Schema.Located at) {
    return at.keywords.get(listsItems(at) ? "additionalItems" : "items");
  }

  /* Before 2020-12. */
  private static boolean listsItems(Schema.Located at) {
    return at.dialect != Dialect.DRAFT_2020_12 && at.keywords.get("items") instanceof ArrayNode;
  }

  private List<Contains> contains(Schema.Located at) {
    Node contains = at.keywords.get("contains");
    if (contains == null) {
      return List.of();
    }
    int min = Keywords.count(at.keywords, "minContains", 1);
    int max = Keywords.count(at.keywords, "maxContains", Integer.MAX_VALUE);
    return min == 0 && max == Integer.MAX_VALUE
        ? List.of()
        : List.of(new Contains(schemas.saidWithin(at, contains), min, max));
  }
}
