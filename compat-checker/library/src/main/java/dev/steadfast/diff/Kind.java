package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON types that decide how a value is written outside of JSON. */
public enum Kind {
  NULL,
  BOOLEAN,
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  /**
   * The types that a schema leaves open, by {@code type}, {@code const}, {@code enum} and
   * composition; other keywords can only make it fewer.
   */
  public static Set<Kind> of(@Nullable Node schema) {
    return kinds(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static EnumSet<Kind> kinds(@Nullable Node use, Set<Node> open) {
    Node schema = use == null ? null : Nodes.behind(use);
    if (!(schema instanceof ObjectNode object) || !open.add(schema)) {
      return EnumSet.allOf(Kind.class);
    }
    EnumSet<Kind> kinds = declared(object);
    Node constant = object.get("const");
    if (constant != null) {
      kinds.retainAll(EnumSet.of(ofValue(constant)));
    }
    if (object.get("enum") instanceof ArrayNode values) {
      EnumSet<Kind> listed = EnumSet.noneOf(Kind.class);
      values.forEach(value -> listed.add(ofValue(value)));
      kinds.retainAll(listed);
    }
    for (Node part : Nodes.items(object, "allOf")) {
      kinds.retainAll(kinds(part, open));
    }
    retainAny(kinds, object, "anyOf", open);
    retainAny(kinds, object, "oneOf", open);
    open.remove(schema);
    return kinds;
  }

  private static void retainAny(
      EnumSet<Kind> kinds, ObjectNode schema, String keyword, Set<Node> open) {
    EnumSet<Kind> any = EnumSet.noneOf(Kind.class);
    for (Node branch : Nodes.items(schema, keyword)) {
      any.addAll(kinds(branch, open));
    }
    if (!any.isEmpty()) {
      kinds.retainAll(any);
    }
  }

  private static EnumSet<Kind> declared(ObjectNode schema) {
    Node type = schema.get("type");
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (type instanceof StringNode name) {
      addNamed(kinds, name.value());
    } else {
      Nodes.texts(schema, "type").forEach(name -> addNamed(kinds, name));
    }
    if (Nodes.flag(schema, "nullable", false) && !kinds.isEmpty()) {
      kinds.add(NULL);
    }
    return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
  }

  private static void addNamed(EnumSet<Kind> kinds, String type) {
    switch (type) {
      case "null" -> kinds.add(NULL);
      case "boolean" -> kinds.add(BOOLEAN);
      case "integer", "number" -> kinds.add(NUMBER);
      case "string" -> kinds.add(STRING);
      case "array" -> kinds.add(ARRAY);
      case "object" -> kinds.add(OBJECT);
      default -> {}
    }
  }

  /** The type of a value. */
  public static Kind ofValue(Node value) {
    if (value instanceof ObjectNode) {
      return OBJECT;
    }
    if (value instanceof ArrayNode) {
      return ARRAY;
    }
    if (value instanceof StringNode) {
      return STRING;
    }
    if (value instanceof NumberNode) {
      return NUMBER;
    }
    if (value instanceof BooleanNode) {
      return BOOLEAN;
    }
    assert value instanceof NullNode;
    return NULL;
  }
}
