package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads members of a document; a member of another type than asked for counts as absent. */
final class Nodes {

  private Nodes() {}

  /** The object itself, or the one its {@code $ref} leads to. */
  static @Nullable ObjectNode object(@Nullable Node node) {
    if (!(node instanceof ObjectNode object)) {
      return null;
    }
    Node target = object.target();
    return target == null ? object : target instanceof ObjectNode there ? there : null;
  }

  static @Nullable ObjectNode object(ObjectNode owner, String key) {
    return object(owner.get(key));
  }

  /** The value behind a {@code $ref}, or the value itself. */
  static Node behind(Node node) {
    return node instanceof ObjectNode object && object.target() != null ? object.target() : node;
  }

  static @Nullable String text(ObjectNode owner, String key) {
    return owner.get(key) instanceof StringNode string ? string.value() : null;
  }

  static String text(ObjectNode owner, String key, String absent) {
    return owner.get(key) instanceof StringNode string ? string.value() : absent;
  }

  static boolean flag(ObjectNode owner, String key, boolean absent) {
    return owner.get(key) instanceof BooleanNode flag ? flag.value() : absent;
  }

  static List<Node> items(ObjectNode owner, String key) {
    List<Node> items = new ArrayList<>();
    if (owner.get(key) instanceof ArrayNode array) {
      array.forEach(items::add);
    }
    return items;
  }

  static List<String> texts(ObjectNode owner, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(owner, key)) {
      if (item instanceof StringNode string) {
        texts.add(string.value());
      }
    }
    return texts;
  }

  /** Keys that OpenAPI defines, without the {@code x-} extensions. */
  static List<String> keys(@Nullable ObjectNode owner) {
    if (owner == null) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(owner.size());
    for (int i = 0; i < owner.size(); i++) {
      if (!owner.key(i).startsWith("x-")) {
        keys.add(owner.key(i));
      }
    }
    return keys;
  }

  /** All keys, for maps whose keys the author chooses. */
  static List<String> names(@Nullable ObjectNode owner) {
    return owner == null ? List.of() : owner.keys();
  }
}
