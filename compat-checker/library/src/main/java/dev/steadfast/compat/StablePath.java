package dev.steadfast.compat;

import dev.steadfast.diff.PathTemplate;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Names a place so that it is recognised when lines move, list items are reordered, path parameters
 * or the file are renamed.
 */
final class StablePath {

  private StablePath() {}

  /** The place in the old document, or in the new one when it is not in the old one. */
  static String of(@Nullable Node base, @Nullable Node revision) {
    Node place = base == null ? revision : base;
    return place == null ? "" : path(place);
  }

  /* List items by name instead of position, path templates by shape. */
  private static String path(Node place) {
    Deque<String> steps = new ArrayDeque<>();
    for (Node node = place; node.parent() != null; node = node.parent()) {
      steps.push(step(node.parent(), node));
    }
    return String.join("\t", steps);
  }

  private static String step(Node owner, Node member) {
    if (owner instanceof ObjectNode object) {
      for (int i = 0; i < object.size(); i++) {
        if (object.value(i) == member) {
          String key = object.key(i);
          return key.startsWith("/") ? PathTemplate.of(key).shape() : key;
        }
      }
    }
    if (member instanceof ObjectNode item && item.get("name") instanceof StringNode name) {
      return item.get("in") + " " + name.value();
    }
    return owner instanceof ArrayNode list ? String.valueOf(index(list, member)) : "";
  }

  private static int index(ArrayNode owner, Node member) {
    for (int i = 0; i < owner.size(); i++) {
      if (owner.get(i) == member) {
        return i;
      }
    }
    return -1;
  }
}
