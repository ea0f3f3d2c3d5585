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
    ObjectNode node = at.keywords;
    Node items = node.get("items");
    Node prefixes = node.get("prefixItems");
    Node rest = items;
    if (at.dialect != Dialect.DRAFT_2020_12 && items instanceof ArrayNode) {
      prefixes = items;
      rest = node.get("additionalItems");
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

  private List<Contains> contains(Schema.Located at) {
    Node contains = at.keywords.get("contains");
    if (contains == null) {
      return List.of();
    }
    int min = Keywords.count(at.keywords, "minContains", 1);
    int max = Keywords.count(at.keywords, "maxContains", Integer.MAX_VALUE);
    return min == 0 && max == Integer.MAX_VALUE
        ? List.of()
        : List.of(new Contains(schemas.within(at, contains), min, max));
  }
}
