package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import dev.steadfast.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A Discriminator Object (OAS 3.x) beside {@code oneOf} or {@code anyOf}: which schema each value
 * of the property chooses.
 *
 * <p>An entry of {@code mapping} names a branch; a branch without an entry has its component's
 * name. A branch written in place has no name, so a discriminator says nothing where one of them
 * may be an object.
 *
 * @param keyword {@code oneOf} or {@code anyOf}
 * @param branches by the property's value, in the order of the document
 * @param fallback {@code defaultMapping} (OAS 3.2): for a missing or unknown value
 * @param others branches that no object can choose, such as {@code type: null}
 */
record Discriminator(
    String keyword,
    String property,
    Map<String, Node> branches,
    @Nullable Node fallback,
    List<Node> others) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static Optional<Discriminator> read(
      Document document, ObjectNode schema, ObjectNode discriminator) {
    String keyword = schema.get("oneOf") instanceof ArrayNode ? "oneOf" : "anyOf";
    if (!(schema.get(keyword) instanceof ArrayNode alternatives)
        || !(discriminator.get("propertyName") instanceof StringNode property)) {
      return Optional.empty();
    }
    List<Node> others = new ArrayList<>();
    List<ObjectNode> references = new ArrayList<>();
    for (Node alternative : alternatives) {
      if (alternative instanceof ObjectNode object && object.target() != null) {
        references.add(object);
      } else if (isNoObject(alternative)) {
        others.add(alternative);
      } else {
        return Optional.empty();
      }
    }
    Map<String, Node> branches = branches(document, discriminator, references);
    Node fallback =
        discriminator.get("defaultMapping") instanceof StringNode name
            ? target(document, discriminator, references, name.value())
            : null;
    return Optional.of(
        new Discriminator(keyword, property.value(), branches, fallback, List.copyOf(others)));
  }

  private static Map<String, Node> branches(
      Document document, ObjectNode discriminator, List<ObjectNode> references) {
    Map<String, Node> branches = new LinkedHashMap<>();
    List<Node> named = new ArrayList<>();
    if (discriminator.get("mapping") instanceof ObjectNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        Node target =
            mapping.value(i) instanceof StringNode name
                ? target(document, discriminator, references, name.value())
                : null;
        for (ObjectNode reference : references) {
          if (target != null && isSame(target, reference.target())) {
            branches.put(mapping.key(i), reference);
            named.add(reference);
          }
        }
      }
    }
    for (ObjectNode reference : references) {
      if (!named.contains(reference) && reference.get("$ref") instanceof StringNode ref) {
        branches.putIfAbsent(componentName(ref.value()), reference);
      }
    }
    return branches;
  }

  private static String componentName(String reference) {
    return unescape(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** What an entry of {@code mapping} means: a component's name, or a reference. */
  private static @Nullable Node target(
      Document document, Node from, List<ObjectNode> references, String name) {
    Node target = at(document.root(), "components", "schemas", name);
    if (target == null && name.startsWith("#/")) {
      Tree file = from.tree();
      Node root = file == null ? document.root() : file.root();
      target = at(root, name.substring(2).split("/", -1));
    }
    for (ObjectNode reference : references) {
      if (target == null && StringNode.of(name).equals(reference.get("$ref"))) {
        target = reference.target();
      }
    }
    return target instanceof ObjectNode object && object.target() != null
        ? object.target()
        : target;
  }

  private static @Nullable Node at(Node root, String... steps) {
    Node node = root;
    for (String step : steps) {
      Node next = node instanceof ObjectNode object ? object.get(unescape(step)) : null;
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  // two schemas of equal text are two branches
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Node one, @Nullable Node other) {
    return one == other;
  }

  private static boolean isNoObject(Node schema) {
    return schema instanceof ObjectNode object
        && object.get("type") instanceof StringNode type
        && !type.value().equals("object");
  }

  /** The schema of objects whose property has this value. */
  JsonNode naming(String value) {
    var named = NODES.objectNode();
    named.put("type", "object");
    named.set("required", NODES.arrayNode().add(property));
    named.set(
        "properties", NODES.objectNode().set(property, NODES.objectNode().put("const", value)));
    return named;
  }

  /** The schema of objects whose property is absent, or has a value that chooses nothing. */
  JsonNode namingNone() {
    var values = NODES.arrayNode();
    branches.keySet().forEach(values::add);
    var known = NODES.objectNode().set("enum", values);
    var unknown = NODES.objectNode().set("not", known);
    var named = NODES.objectNode().put("type", "object");
    return named.set("properties", NODES.objectNode().set(property, unknown));
  }
}
