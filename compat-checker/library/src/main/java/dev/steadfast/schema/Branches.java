package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The branches of {@code anyOf} and {@code oneOf}. A discriminator (OAS 3.1, Discriminator Object)
 * makes a property select the branch: by the keys that the mapping gives it, else by its schema's
 * name.
 */
final class Branches {

  private Branches() {}

  static List<Schema> of(Schemas schemas, Shaper shaper, Schema.Located at, String keyword) {
    List<Node> nodes = Keywords.items(at.node.get(keyword));
    String property = property(at);
    Map<Node, Set<String>> keysOf = keys(at, nodes);
    List<Schema> branches = new ArrayList<>();
    for (Node node : nodes) {
      Schema schema = schemas.saidInPlace(at, node);
      Set<String> keys = keysOf.getOrDefault(node, Set.of());
      if (property == null || keys.isEmpty() || tagsItself(shaper, schema, property, keys)) {
        branches.add(schema);
      } else if (isDefault(at, node)) {
        branches.add(schemas.and(schema, schemas.not(others(schemas, keysOf, node, property))));
      } else {
        branches.add(schemas.and(schema, schemas.keyed(property, keys)));
      }
    }
    return branches;
  }

  /* Objects that select any other branch. */
  private static Schema others(
      Schemas schemas, Map<Node, Set<String>> keysOf, Node branch, String property) {
    Set<String> keys = new TreeSet<>();
    keysOf.forEach(
        (node, own) -> {
          if (node != branch) {
            keys.addAll(own);
          }
        });
    return schemas.and(schemas.objects(), schemas.keyed(property, keys));
  }

  /* OAS 3.2, Discriminator Object: the schema for a missing or an unknown value. */
  private static boolean isDefault(Schema.Located at, Node branch) {
    if (!(at.node.get("discriminator") instanceof ObjectNode discriminator)
        || !(branch instanceof ObjectNode object)) {
      return false;
    }
    Node mapping = discriminator.get("defaultMapping");
    return mapping instanceof StringNode reference
        && object.target() != null
        && object.target() == at.document.resolve(mapping, reference.value());
  }

  /* Many documents name no mapping and give the property other fixed values than the schema names:
  then those values tell the branches apart. */
  private static boolean tagsItself(
      Shaper shaper, Schema branch, String property, Set<String> keys) {
    Set<Node> selecting = new HashSet<>();
    keys.forEach(key -> selecting.add(StringNode.of(key)));
    List<ObjectPart> parts = shaper.shape(branch, Bound.UPPER).objects();
    return !parts.isEmpty()
        && parts.stream()
            .map(part -> Tags.fixed(part, property))
            .allMatch(own -> own != null && Collections.disjoint(own, selecting));
  }

  static @Nullable String property(Schema.Located at) {
    return at.node.get("discriminator") instanceof ObjectNode discriminator
        ? Keywords.text(discriminator, "propertyName")
        : null;
  }

  /** The values of the discriminating property that select each branch, sorted. */
  static Map<Node, Set<String>> keys(Schema.Located at, List<Node> branches) {
    if (!(at.node.get("discriminator") instanceof ObjectNode discriminator)) {
      return Map.of();
    }
    Map<Node, Set<String>> mapped = mapped(at, discriminator);
    Map<Node, Set<String>> keys = new IdentityHashMap<>();
    for (Node branch : branches) {
      if (branch instanceof ObjectNode object && object.target() != null) {
        Set<String> own = mapped.get(object.target());
        if (own != null) {
          keys.put(branch, own);
        } else if (object.has("$ref")) {
          keys.put(branch, Set.of(name(object)));
        }
      }
    }
    return keys;
  }

  /* By the schema that the mapping leads to. */
  private static Map<Node, Set<String>> mapped(Schema.Located at, ObjectNode discriminator) {
    Map<Node, Set<String>> mapped = new IdentityHashMap<>();
    if (discriminator.get("mapping") instanceof ObjectNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        Node target =
            mapping.value(i) instanceof StringNode reference
                ? at.document.resolve(mapping.value(i), reference.value())
                : null;
        if (target != null) {
          mapped.computeIfAbsent(target, key -> new TreeSet<>()).add(mapping.key(i));
        }
      }
    }
    return mapped;
  }

  /** The name of the schema that a branch refers to; empty when it is written in place. */
  static String name(ObjectNode branch) {
    String reference = Keywords.text(branch, "$ref");
    return reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
  }
}
