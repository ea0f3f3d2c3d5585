package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Required properties with a few fixed values: what tells the branches of most unions apart. */
final class Tags {

  private static final int NESTING = 4;

  private Tags() {}

  static Map<String, Set<Node>> of(ObjectPart part) {
    Map<String, Set<Node>> tags = new HashMap<>();
    for (String name : part.required()) {
      Set<Node> values = fixed(part, name);
      if (values != null) {
        tags.put(name, values);
      }
    }
    return tags;
  }

  /** The few values that a property may have where it is there; null when they are not listed. */
  static @Nullable Set<Node> fixed(ObjectPart part, String name) {
    Set<Node> fixed = null;
    for (ObjectPart.Layer layer : part.layers()) {
      Schema value = layer.properties().get(name);
      Set<Node> values = value == null ? null : values(value, NESTING);
      if (values != null) {
        fixed = fixed == null ? values : common(fixed, values);
      }
    }
    return fixed;
  }

  /** The part with every property required that has a few fixed values. */
  static ObjectPart required(ObjectPart part) {
    ObjectPart tagged = part;
    for (ObjectPart.Layer layer : part.layers()) {
      for (Map.Entry<String, Schema> property : layer.properties().entrySet()) {
        if (values(property.getValue(), NESTING) != null) {
          tagged = tagged.requiring(property.getKey());
        }
      }
    }
    return tagged;
  }

  static boolean disjoint(Map<String, Set<Node>> one, Map<String, Set<Node>> other) {
    for (Map.Entry<String, Set<Node>> tag : one.entrySet()) {
      Set<Node> theirs = other.get(tag.getKey());
      if (theirs != null && Collections.disjoint(tag.getValue(), theirs)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Node> common(Set<Node> one, Set<Node> other) {
    Set<Node> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  /** An upper bound of the values; null when the schema does not list them. */
  static @Nullable Set<Node> values(Schema schema) {
    return values(schema, NESTING);
  }

  private static @Nullable Set<Node> values(Schema schema, int nesting) {
    if (nesting == 0) {
      return null;
    }
    if (schema instanceof Schema.Const constant) {
      return Set.of(constant.value);
    }
    if (schema instanceof Schema.And and) {
      for (Schema part : and.parts) {
        Set<Node> values = values(part, nesting - 1);
        if (values != null) {
          return values;
        }
      }
      return null;
    }
    if (schema instanceof Schema.Or or) {
      Set<Node> all = new LinkedHashSet<>();
      for (Schema part : or.parts) {
        Set<Node> values = values(part, nesting - 1);
        if (values == null) {
          return null;
        }
        all.addAll(values);
      }
      return all;
    }
    return schema instanceof Schema.Located at ? declared(at.node, at.dialect, nesting) : null;
  }

  private static @Nullable Set<Node> declared(Node schema, Dialect dialect, int nesting) {
    if (nesting == 0 || !(schema instanceof ObjectNode object)) {
      return null;
    }
    ObjectNode keywords = Keywords.known(object, dialect);
    Node constant = keywords.get("const");
    if (constant != null) {
      return Set.of(constant);
    }
    if (keywords.get("enum") instanceof ArrayNode listed) {
      return new LinkedHashSet<>(Keywords.items(listed));
    }
    Node target = object.target();
    Set<Node> values = target == null ? null : declared(target, dialect, nesting - 1);
    for (Node part : Keywords.items(keywords.get("allOf"))) {
      values = values == null ? declared(part, dialect, nesting - 1) : values;
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      values = values == null ? either(keywords.get(keyword), dialect, nesting - 1) : values;
    }
    return values;
  }

  /* What the branches list together; null when one does not list its values. */
  private static @Nullable Set<Node> either(@Nullable Node branches, Dialect dialect, int nesting) {
    Set<Node> all = new LinkedHashSet<>();
    for (Node branch : Keywords.items(branches)) {
      Set<Node> values = declared(branch, dialect, nesting);
      if (values == null) {
        return null;
      }
      all.addAll(values);
    }
    return branches == null ? null : all;
  }
}
