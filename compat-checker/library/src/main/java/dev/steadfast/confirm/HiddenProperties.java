package dev.steadfast.confirm;

import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which properties do not exist in a message: {@code readOnly} ones in a request, {@code writeOnly}
 * ones in a response (OAS 3.x, Schema Object).
 *
 * <p>A schema says so itself, or through the schemas that always apply beside it: {@code $ref} and
 * {@code allOf}.
 */
final class HiddenProperties {

  private final Document document;
  private final String keyword;

  /** For every role but {@link Role#PLAIN}. */
  HiddenProperties(Document document, Role role) {
    this.document = document;
    this.keyword =
        role == Role.SENT_REQUEST || role == Role.RECEIVED_REQUEST ? "readOnly" : "writeOnly";
  }

  /** Is a property whose value has this schema absent from the message? */
  boolean hides(Node propertySchema) {
    return marked(propertySchema, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Names of the properties that the schema, or one that always applies beside it, hides. */
  Set<String> of(Node schema) {
    Set<String> names = new TreeSet<>();
    collect(schema, names, Collections.newSetFromMap(new IdentityHashMap<>()));
    return names;
  }

  private boolean marked(Node schema, Set<Node> seen) {
    if (!(schema instanceof ObjectNode object) || !seen.add(object)) {
      return false;
    }
    Node target = object.target();
    boolean hidden = target != null && Keywords.refHidesSiblings(document.dialect(object));
    if (!hidden && object.get(keyword) instanceof BooleanNode flag && flag.value()) {
      return true;
    }
    if (target != null && marked(target, seen)) {
      return true;
    }
    if (object.get("allOf") instanceof ArrayNode parts) {
      for (Node part : parts) {
        if (marked(part, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private void collect(Node schema, Set<String> names, Set<Node> seen) {
    if (!(schema instanceof ObjectNode object) || !seen.add(object)) {
      return;
    }
    Node target = object.target();
    if (target != null) {
      collect(target, names, seen);
    }
    if (object.get("properties") instanceof ObjectNode properties) {
      for (int i = 0; i < properties.size(); i++) {
        if (hides(properties.value(i))) {
          names.add(properties.key(i));
        }
      }
    }
    if (object.get("allOf") instanceof ArrayNode parts) {
      for (Node part : parts) {
        collect(part, names, seen);
      }
    }
  }
}
