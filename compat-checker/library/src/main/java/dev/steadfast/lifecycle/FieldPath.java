package dev.steadfast.lifecycle;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields in a specification. */
final class FieldPath {

  private static final Set<String> DATA = Set.of("example", "examples", "default", "const", "enum");
  private static final List<String> PARTS = List.of("allOf", "anyOf", "oneOf");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");
  private static final int DEEPEST = 32;

  private FieldPath() {}

  /** What the pointer leads to, through references and the parts of compositions; or null. */
  static @Nullable Node find(Document document, String pointer) {
    List<String> steps = new ArrayList<>();
    for (String step : pointer.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return find(document.root(), steps, 0);
  }

  private static @Nullable Node find(Node from, List<String> steps, int depth) {
    if (steps.isEmpty() || depth > DEEPEST) {
      return steps.isEmpty() ? from : null;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (from instanceof ArrayNode array) {
      int index = steps.get(0).matches("[0-9]{1,6}") ? Integer.parseInt(steps.get(0)) : -1;
      return index >= 0 && index < array.size() ? find(array.get(index), rest, depth + 1) : null;
    }
    if (!(from instanceof ObjectNode object)) {
      return null;
    }
    Node next = object.get(steps.get(0));
    Node found = next == null ? null : find(next, rest, depth + 1);
    if (found == null && object.target() != null) {
      found = find(object.target(), steps, depth + 1);
    }
    return found != null || !steps.get(0).equals("properties")
        ? found
        : inParts(object, steps, depth);
  }

  private static @Nullable Node inParts(ObjectNode schema, List<String> steps, int depth) {
    for (String keyword : PARTS) {
      if (schema.get(keyword) instanceof ArrayNode parts) {
        for (Node part : parts) {
          Node found = find(part, steps, depth + 1);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  /** Whether the field says so, where it is used or where it is declared. */
  static boolean isDeprecated(Node field) {
    return field instanceof ObjectNode object
        && (object.get("deprecated") instanceof BooleanNode own
            ? own.value()
            : object.target() != null && isDeprecated(object.target()));
  }

  /** Everything but operations that says so in the document's own file, in its order. */
  static List<ObjectNode> deprecated(ObjectNode root) {
    List<ObjectNode> all = new ArrayList<>();
    collect(root, "", all);
    return all;
  }

  private static void collect(Node node, String key, List<ObjectNode> all) {
    if (node instanceof ArrayNode array) {
      array.forEach(item -> collect(item, "", all));
    } else if (node instanceof ObjectNode object) {
      if (object.get("deprecated") instanceof BooleanNode flag
          && flag.value()
          && !(METHODS.contains(key) && object.has("responses"))) {
        all.add(object);
      }
      for (int i = 0; i < object.size(); i++) {
        boolean data = DATA.contains(object.key(i)) || object.key(i).startsWith("x-");
        if (!data || key.equals("properties")) {
          collect(object.value(i), object.key(i), all);
        }
      }
    }
  }
}
