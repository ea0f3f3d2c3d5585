package dev.steadfast.compat;

import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.Kind;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.SchemaDiff;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that show how they are written. */
final class Samples {

  private static final List<Node> TELLING =
      List.of(
          ArrayNode.of(List.of(StringNode.of("a"), StringNode.of("b"))),
          ArrayNode.of(
              List.of(NumberNode.of(BigDecimal.ONE), NumberNode.of(BigDecimal.valueOf(2)))),
          ObjectNode.of(Map.of("key", StringNode.of("value"))),
          StringNode.of("a"));

  private final SchemaDiff schemas;
  private final SecondOpinion base;

  Samples(SchemaDiff schemas, SecondOpinion base) {
    this.schemas = schemas;
    this.base = base;
  }

  /** Two members show how they are kept apart; null leaves the choice to the schema. */
  @Nullable Node telling(@Nullable Node schema) {
    for (Node value : TELLING) {
      boolean possible = schema != null && Kind.of(schema).contains(Kind.ofValue(value));
      if (possible
          && schema != null
          && base.values().accepts(schema, Role.SENT_REQUEST, value).accepted().orElse(false)) {
        return value;
      }
    }
    return null;
  }

  /**
   * The smallest body with the field, which has two members where it may have them; without a
   * field, one with every part that has headers, or null when none has.
   */
  @Nullable Node body(Operation sender, Place place, MediaType media, @Nullable Encoding field) {
    Node schema = field == null ? null : field.schema();
    if (field == null) {
      return place.mediaType().isEmpty() ? null : headed(sender, place, media);
    }
    if (schema == null) {
      return null;
    }
    Node telling = telling(schema);
    Node value = telling == null ? example(sender, place, schema) : telling;
    for (Encoding inner = field; inner != null; inner = inner.siblings().around()) {
      Encoding around = inner.siblings().around();
      Node whole = around == null ? media.schema() : around.schema();
      value = holding(sender, place, inner, example(sender, place, whole), value);
    }
    return value;
  }

  /* With every part that has headers in one of the documents, so that one of them is seen. */
  private @Nullable Node headed(Operation sender, Place place, MediaType media) {
    Node body = null;
    for (Operation side : new Operation[] {place.base(), place.revision()}) {
      MediaType there = side == null ? null : media(side, place, place.mediaType());
      for (Encoding part : there == null ? List.<Encoding>of() : there.parts().headed()) {
        Node schema = media.encoding(part.property()).schema();
        if (schema != null) {
          Node whole = body == null ? example(sender, place, media.schema()) : body;
          body = holding(sender, place, part, whole, example(sender, place, schema));
        }
      }
    }
    return body;
  }

  /* The whole with the value in the part's place. */
  private Node holding(Operation sender, Place place, Encoding part, Node whole, Node value) {
    if (part.position() < 0) {
      Map<String, Node> members =
          whole instanceof ObjectNode object ? object.toMap() : new LinkedHashMap<>();
      members.put(part.property(), value);
      return ObjectNode.of(members);
    }
    List<Node> items = new ArrayList<>();
    if (whole instanceof ArrayNode array) {
      array.forEach(items::add);
    }
    while (items.size() <= part.position()) {
      items.add(example(sender, place, part.siblings().at(items.size()).schema()));
    }
    items.set(part.position(), value);
    return ArrayNode.of(items);
  }

  private Node example(Operation sender, Place place, @Nullable Node schema) {
    Document document = sender.contract().document();
    return schemas.example(document, schema, place.direction()).orElseGet(NullNode::of);
  }

  /** What the sender says of a body of the type; null when it says nothing. */
  static @Nullable MediaType media(Operation sender, Place place, String type) {
    if (type.isEmpty()) {
      return null;
    }
    return MediaType.covering(place.content(sender), type);
  }
}
