package dev.steadfast.proof.contract;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an answer says beyond its schema. A client must ignore it, but our own server should
 * have declared it.
 */
final class Undeclared {

  private Undeclared() {}

  /** Names of properties that no schema on the way declares. */
  static List<String> in(Node schema, Node value) {
    List<String> found = new ArrayList<>();
    collect(Nodes.object(schema).orElse(null), value, found);
    return found;
  }

  private static void collect(@Nullable ObjectNode schema, Node value, List<String> found) {
    if (schema != null && value instanceof ArrayNode items) {
      items.forEach(item -> collect(Nodes.object(schema.get("items")).orElse(null), item, found));
    } else if (schema != null && value instanceof ObjectNode object) {
      Optional<ObjectNode> declared = Nodes.object(schema.get("properties"));
      for (String name : object.keys()) {
        Node member = declared.map(properties -> properties.get(name)).orElse(null);
        if (member != null) {
          collect(
              Nodes.object(member).orElse(null), object.value(object.keys().indexOf(name)), found);
        } else if (declared.isPresent()) {
          found.add(name);
        }
      }
    }
  }
}
