package dev.steadfast.schema;

import dev.steadfast.schema.ArrayPart.Contains;
import dev.steadfast.schema.ArrayPart.Repetition;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The keywords that speak of arrays, as array parts. */
final class ArrayShaper {

  private final Schemas schemas;

  ArrayShaper(Schemas schemas) {
    this.schemas = schemas;
  }

  List<ArrayPart> own(Schema.Located at) {
    ObjectNode node = at.node;
    Node items = node.get("items");
    Node prefixes = node.get("prefixItems");
    Node rest = items;
    if (at.dialect != Dialect.DRAFT_2020_12 && items instanceof ArrayNode) {
      prefixes = items;
      rest = node.get("additionalItems");
    }
    if (rest == null) {
      rest = unevaluated(node);
    }
    List<Schema> prefix = new ArrayList<>();
    for (Node item : Keywords.items(prefixes)) {
      prefix.add(schemas.within(at, item));
    }
    ArrayPart part =
        new ArrayPart(
            Keywords.count(node, "minItems", 0),
            Keywords.count(node, "maxItems", Integer.MAX_VALUE),
            prefix,
            rest == null ? Schemas.ANY : schemas.within(at, rest),
            Keywords.flag(node, "uniqueItems") ? Repetition.FORBIDDEN : Repetition.ALLOWED,
            contains(at),
            List.of());
    if (part.equals(ArrayPart.ALL)) {
      return List.of(ArrayPart.ALL);
    }
    return part.plainlyEmpty() ? List.of() : List.of(part);
  }

  /* Beside nothing that evaluates items, unevaluatedItems is items. */
  private static @org.jspecify.annotations.Nullable Node unevaluated(ObjectNode node) {
    boolean alone =
        !node.has("allOf")
            && !node.has("anyOf")
            && !node.has("oneOf")
            && !node.has("if")
            && !node.has("contains")
            && !node.has("$ref");
    return alone ? node.get("unevaluatedItems") : null;
  }

  private List<Contains> contains(Schema.Located at) {
    Node contains = at.node.get("contains");
    if (contains == null || at.dialect == Dialect.DRAFT_04 || at.dialect == Dialect.OPENAPI_3_0) {
      return List.of();
    }
    int min = Keywords.count(at.node, "minContains", 1);
    int max = Keywords.count(at.node, "maxContains", Integer.MAX_VALUE);
    return min == 0 && max == Integer.MAX_VALUE
        ? List.of()
        : List.of(new Contains(schemas.within(at, contains), min, max));
  }
}
