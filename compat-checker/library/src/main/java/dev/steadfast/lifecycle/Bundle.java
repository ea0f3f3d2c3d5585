package dev.steadfast.lifecycle;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import dev.steadfast.spec.Tree;
import dev.steadfast.spec.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document as one file: what other files hold becomes a component. Made of maps and lists that
 * can be changed.
 */
final class Bundle {

  private static final String REF = "$ref";
  private static final Set<String> COMPONENTS =
      Set.of(
          "parameters",
          "responses",
          "headers",
          "examples",
          "links",
          "callbacks",
          "requestBodies",
          "securitySchemes");

  private final Document document;
  private final @Nullable Tree home;
  private final Map<Node, String> moved = new IdentityHashMap<>(); // reference by target
  private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();
  private final Map<String, Integer> names = new HashMap<>();

  private Bundle(Document document) {
    this.document = document;
    this.home = document.root().tree();
  }

  /** The document without references to other files. */
  static Bundled of(Document document) {
    Bundle bundle = new Bundle(document);
    ObjectNode root = (ObjectNode) document.root();
    if (root.get("components") instanceof ObjectNode own) {
      for (String kind : own.keys()) {
        if (own.get(kind) instanceof ObjectNode named) {
          named.keys().forEach(name -> bundle.names.put(kind + '/' + name, 1));
        }
      }
    }
    Map<String, Object> plain = bundle.object(root, "", "", false);
    bundle.components.forEach(
        (kind, more) -> Plain.object(Plain.object(plain, "components"), kind).putAll(more));
    return new Bundled(plain, !bundle.moved.isEmpty());
  }

  /**
   * A document in one file.
   *
   * @param moved whether anything came from another file
   */
  record Bundled(Map<String, Object> root, boolean moved) {}

  /** {@code key} and {@code above} are the two names on the way to the value. */
  private @Nullable Object value(Node node, String key, String above, boolean schema) {
    if (node instanceof ObjectNode object) {
      return object(object, key, above, schema);
    }
    if (node instanceof ArrayNode array) {
      List<@Nullable Object> list = new ArrayList<>();
      array.forEach(item -> list.add(value(item, "", key, schema)));
      return list;
    }
    return node instanceof StringNode string
        ? string.value()
        : node instanceof NumberNode number
            ? number.value()
            : node instanceof BooleanNode bool ? bool.value() : null;
  }

  private Map<String, Object> object(
      ObjectNode object, String key, String above, boolean withinSchema) {
    boolean schema = withinSchema || key.equals("schema") || above.equals("schemas");
    Map<String, Object> plain = new LinkedHashMap<>();
    for (int i = 0; i < object.size(); i++) {
      String name = object.key(i);
      Node target = object.target();
      Object value =
          name.equals(REF) && target != null
              ? reference(object, target, kind(key, above, schema))
              : above.equals("discriminator") && key.equals("mapping")
                  ? mapped(object, object.value(i), schema)
                  : value(object.value(i), name, key, schema);
      plain.put(name, value);
    }
    return plain;
  }

  /* Of a discriminator's mapping: a name, or a reference. */
  private @Nullable Object mapped(ObjectNode mapping, Node value, boolean schema) {
    Node target =
        schema && value instanceof StringNode name && name.value().contains("/")
            ? document.resolve(mapping, name.value())
            : null;
    return target == null ? value(value, "", "", schema) : reference(mapping, target, "schemas");
  }

  private Object reference(ObjectNode from, Node target, String kind) {
    if (target.tree() == home) {
      return from.tree() == home && from.get(REF) instanceof StringNode written
          ? inHome(written.value(), target)
          : '#' + target.pointer();
    }
    String known = moved.get(target);
    if (known != null) {
      return known;
    }
    String name = name(kind, target);
    String reference = "#/components/" + kind + '/' + name;
    moved.put(target, reference);
    Object value = value(target, name, kind, kind.equals("schemas"));
    components.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(name, value);
    return reference;
  }

  /* As it was written, where that still leads there. */
  private static String inHome(String written, Node target) {
    return written.startsWith("#") ? written : '#' + target.pointer();
  }

  private String name(String kind, Node target) {
    String pointer = target.pointer();
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (last.isEmpty()) {
      Tree file = target.tree();
      String path = file == null ? kind : file.name();
      last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]+$", "");
    }
    String name = last.replaceAll("[^A-Za-z0-9._-]", "_");
    int times = names.merge(kind + '/' + name, 1, Integer::sum);
    return times == 1 ? name : name + '_' + times;
  }

  private String kind(String key, String above, boolean schema) {
    if (schema) {
      return "schemas";
    }
    if (key.equals("requestBody")) {
      return "requestBodies";
    }
    if (COMPONENTS.contains(above)) {
      return above;
    }
    return document.version() == Version.OPENAPI_3_0 ? "x-pathItems" : "pathItems";
  }
}
