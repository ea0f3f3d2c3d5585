package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole body of a sequential media type, taken as the array of its items, whichever of {@code
 * schema} and {@code itemSchema} says what they are (OAS 3.2 §4.14.3.1).
 *
 * @param schema of the array; null when any is allowed
 */
public record Sequence(MediaType media, @Nullable Node schema) implements Element {

  static Sequence of(MediaType media) {
    Node whole = media.schema();
    Node item = media.itemSchema();
    if (item == null) {
      return new Sequence(media, whole == null || isSequence(media) ? whole : list(media, whole));
    }
    Node list = list(media, item);
    Node both =
        whole == null
            ? list
            : ObjectNode.insteadOf(media.at(), Map.of("allOf", ArrayNode.of(List.of(whole, list))));
    return new Sequence(media, both);
  }

  /* Before 3.2 documents described one line, but the data of an event and not the event. */
  private static boolean isSequence(MediaType media) {
    return media.range().events() || Kind.of(media.schema()).contains(Kind.ARRAY);
  }

  private static ObjectNode list(MediaType media, Node item) {
    return ObjectNode.insteadOf(
        media.at(), Map.of("type", StringNode.insteadOf(media.at(), "array"), "items", item));
  }

  @Override
  public Node at() {
    return media.at();
  }

  @Override
  public String described() {
    return "items of " + media.described();
  }
}
