package dev.steadfast.reference.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in an OpenAPI document, with its references resolved. */
final class Node {
  private final Map<String, Object> document;
  private final @Nullable Object value;

  private Node(Map<String, Object> document, @Nullable Object value) {
    this.document = document;
    this.value = value;
  }

  static Node root(Map<String, Object> document) {
    return new Node(document, document);
  }

  /** The member of this name; an absent one has no value. */
  Node get(String name) {
    return new Node(document, value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  /** What this refers to, or itself. */
  Node resolved() {
    Node place = this;
    while (place.get("$ref").value instanceof String reference) {
      place = root(document);
      for (String step : reference.substring("#/".length()).split("/", -1)) {
        place = place.get(step);
      }
      if (!place.isPresent()) {
        throw new IllegalArgumentException("the specification lacks '" + reference + "'");
      }
    }
    return place;
  }

  boolean isPresent() {
    return value != null;
  }

  List<String> names() {
    return value instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  List<Node> items() {
    return value instanceof List<?> list
        ? list.stream().map(item -> new Node(document, item)).toList()
        : List.of();
  }

  List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  String text() {
    return String.valueOf(Objects.requireNonNull(value, "a text is missing in the specification"));
  }

  @Nullable Object value() {
    return value;
  }
}
