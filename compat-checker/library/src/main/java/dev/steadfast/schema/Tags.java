package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.StringNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Required properties with a few fixed strings: what tells the branches of most unions apart. */
final class Tags {

  private static final int NESTING = 4;

  private Tags() {}

  static Map<String, Set<String>> of(ObjectPart part) {
    Map<String, Set<String>> tags = new HashMap<>();
    for (String name : part.required()) {
      for (ObjectPart.Layer layer : part.layers()) {
        Schema value = layer.properties().get(name);
        Set<String> strings = value == null ? null : strings(value, NESTING);
        if (strings != null) {
          tags.merge(name, strings, Tags::common);
        }
      }
    }
    return tags;
  }

  /** The part with every property required that has a few fixed strings. */
  static ObjectPart required(ObjectPart part) {
    ObjectPart tagged = part;
    for (ObjectPart.Layer layer : part.layers()) {
      for (Map.Entry<String, Schema> property : layer.properties().entrySet()) {
        if (strings(property.getValue(), NESTING) != null) {
          tagged = tagged.requiring(property.getKey());
        }
      }
    }
    return tagged;
  }

  static boolean disjoint(Map<String, Set<String>> one, Map<String, Set<String>> other) {
    for (Map.Entry<String, Set<String>> tag : one.entrySet()) {
      Set<String> theirs = other.get(tag.getKey());
      if (theirs != null && Collections.disjoint(tag.getValue(), theirs)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  /* An upper bound of the strings, when the schema allows but a finite set of values, all strings. */
  private static @Nullable Set<String> strings(Schema schema, int nesting) {
    if (nesting == 0) {
      return null;
    }
    if (schema instanceof Schema.Const constant) {
      return constant.value instanceof StringNode string ? Set.of(string.value()) : null;
    }
    if (schema instanceof Schema.And and) {
      for (Schema part : and.parts) {
        Set<String> strings = strings(part, nesting - 1);
        if (strings != null) {
          return strings;
        }
      }
      return null;
    }
    if (schema instanceof Schema.Or or) {
      Set<String> all = new TreeSet<>();
      for (Schema part : or.parts) {
        Set<String> strings = strings(part, nesting - 1);
        if (strings == null) {
          return null;
        }
        all.addAll(strings);
      }
      return all;
    }
    return schema instanceof Schema.Located located ? declared(located) : null;
  }

  private static @Nullable Set<String> declared(Schema.Located located) {
    if (located.node.get("const") instanceof StringNode constant) {
      return Set.of(constant.value());
    }
    if (!(located.node.get("enum") instanceof ArrayNode values)) {
      return null;
    }
    Set<String> strings = new TreeSet<>();
    for (Node value : values) {
      if (!(value instanceof StringNode string)) {
        return null;
      }
      strings.add(string.value());
    }
    return strings;
  }
}
