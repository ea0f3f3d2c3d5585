package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import dev.steadfast.spec.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A Discriminator Object (OAS 3.x) beside {@code oneOf} or {@code anyOf}: which branch each value
 * of the property chooses.
 *
 * <p>An entry of {@code mapping} names a branch; a branch without an entry has its component's
 * name. A branch written in place has no name, and one that fixes the property to other values
 * tells itself apart: neither is chosen.
 *
 * @param branches in the order of the document
 * @param fallback {@code defaultMapping} (OAS 3.2): for a missing or unknown value
 */
record Discriminator(String property, List<Branch> branches, @Nullable Node fallback) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int NESTING = 8; // references and allOf between a branch and its property

  /**
   * One alternative.
   *
   * @param keys values of the property that choose it, sorted; none when it is not chosen
   */
  record Branch(Node schema, Set<String> keys) {}

  /** Empty where the schema's discriminator says nothing about these alternatives. */
  static Optional<Discriminator> read(
      Document document, ObjectNode schema, ArrayNode alternatives) {
    if (!(schema.get("discriminator") instanceof ObjectNode discriminator)
        || !(discriminator.get("propertyName") instanceof StringNode property)) {
      return Optional.empty();
    }
    List<ObjectNode> references = new ArrayList<>();
    for (Node alternative : alternatives) {
      if (alternative instanceof ObjectNode object && object.target() != null) {
        references.add(object);
      }
    }
    List<Branch> branches = new ArrayList<>();
    for (Node alternative : alternatives) {
      Set<String> keys = keys(document, discriminator, references, alternative);
      Set<String> own = ofProperty(alternative, property.value(), NESTING);
      boolean tellsItself = own != null && Collections.disjoint(own, keys);
      branches.add(new Branch(alternative, tellsItself ? Set.of() : keys));
    }
    Node fallback =
        discriminator.get("defaultMapping") instanceof StringNode name
            ? target(document, discriminator, references, name.value())
            : null;
    return Optional.of(new Discriminator(property.value(), branches, fallback));
  }

  private static Set<String> keys(
      Document document, ObjectNode discriminator, List<ObjectNode> references, Node branch) {
    Set<String> keys = new TreeSet<>();
    if (!(branch instanceof ObjectNode reference)
        || !(reference.get("$ref") instanceof StringNode text)
        || reference.target() == null) {
      return keys;
    }
    if (discriminator.get("mapping") instanceof ObjectNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        if (mapping.value(i) instanceof StringNode name
            && reference.target() == target(document, discriminator, references, name.value())) {
          keys.add(mapping.key(i));
        }
      }
    }
    if (keys.isEmpty()) {
      keys.add(unescape(text.value().substring(text.value().lastIndexOf('/') + 1)));
    }
    return keys;
  }

  /** The strings that the property may have in an object of this schema; null for any. */
  private static @Nullable Set<String> ofProperty(Node schema, String property, int nesting) {
    if (nesting == 0 || !(schema instanceof ObjectNode object)) {
      return null;
    }
    Set<String> strings = beside(object, part -> ofProperty(part, property, nesting - 1));
    Node value =
        object.get("properties") instanceof ObjectNode properties ? properties.get(property) : null;
    return value == null ? strings : common(strings, strings(value, nesting - 1));
  }

  /** The strings that a schema allows; null for any. */
  private static @Nullable Set<String> strings(Node schema, int nesting) {
    if (nesting == 0 || !(schema instanceof ObjectNode object)) {
      return null;
    }
    Set<String> strings = beside(object, part -> strings(part, nesting - 1));
    if (object.get("const") instanceof StringNode constant) {
      strings = common(strings, Set.of(constant.value()));
    }
    if (object.get("enum") instanceof ArrayNode values) {
      Set<String> listed = new TreeSet<>();
      values.forEach(value -> listed.add(value instanceof StringNode s ? s.value() : ""));
      strings = common(strings, listed);
    }
    boolean noString =
        object.get("type") instanceof StringNode type && !type.value().equals("string");
    return noString ? Set.of() : strings;
  }

  /** What the schemas for the same value leave: all of {@code allOf}, any of the others. */
  private static @Nullable Set<String> beside(
      ObjectNode schema, Function<Node, @Nullable Set<String>> strings) {
    Set<String> left = schema.target() == null ? null : strings.apply(schema.target());
    if (schema.get("allOf") instanceof ArrayNode parts) {
      for (Node part : parts) {
        left = common(left, strings.apply(part));
      }
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      if (schema.get(keyword) instanceof ArrayNode alternatives) {
        Set<String> either = new TreeSet<>();
        for (Node alternative : alternatives) {
          Set<String> one = strings.apply(alternative);
          either = either == null || one == null ? null : union(either, one);
        }
        left = common(left, either);
      }
    }
    return left;
  }

  private static @Nullable Set<String> common(
      @Nullable Set<String> one, @Nullable Set<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
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

  /** All but objects whose property has another value than these. */
  JsonNode choosing(Set<String> keys) {
    var named = NODES.objectNode();
    named.set("required", NODES.arrayNode().add(property));
    named.set("properties", NODES.objectNode().set(property, anyOf(keys)));
    return named;
  }

  /** Objects whose property is absent, or has a value that chooses nothing. */
  JsonNode choosingNone() {
    Set<String> keys = new TreeSet<>();
    branches.forEach(branch -> keys.addAll(branch.keys));
    var named = NODES.objectNode().put("type", "object");
    var unknown = NODES.objectNode().set("not", anyOf(keys));
    return named.set("properties", NODES.objectNode().set(property, unknown));
  }

  private static JsonNode anyOf(Set<String> keys) {
    var values = NODES.arrayNode();
    keys.forEach(values::add);
    return NODES.objectNode().set("enum", values);
  }
}
