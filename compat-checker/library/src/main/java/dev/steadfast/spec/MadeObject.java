package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object that the reader makes to stand for one that the author wrote in another form. */
final class MadeObject {

  private final Node written;
  private final Set<String> keys = new LinkedHashSet<>();
  private final List<Node> values = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  MadeObject(Node written) {
    this.written = written;
  }

  /** Adds a member without a place of its own; nothing when there is none. */
  MadeObject put(String key, @Nullable Node value) {
    return put(key, value, 0, 0);
  }

  /** Adds a string that the author did not write. */
  MadeObject put(String key, String value) {
    StringNode text = new StringNode(value, written.line(), written.column());
    text.standsFor(written);
    return put(key, text);
  }

  /** Adds a boolean that the author did not write. */
  MadeObject put(String key, boolean value) {
    BooleanNode node = new BooleanNode(value, written.line(), written.column());
    node.standsFor(written);
    return put(key, node);
  }

  /** Adds a member as another object has it; nothing when that has none. */
  MadeObject copy(ObjectNode from, String key) {
    return put(key, from.get(key), from.keyLine(key), from.keyColumn(key));
  }

  private MadeObject put(String key, @Nullable Node value, int line, int column) {
    if (value != null && keys.add(key)) {
      values.add(value);
      places.add(line);
      places.add(column);
    }
    return this;
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  ObjectNode make() {
    ObjectNode made =
        new ObjectNode(
            keys.toArray(String[]::new),
            values.toArray(Node[]::new),
            places.stream().mapToInt(Integer::intValue).toArray(),
            null,
            written.line(),
            written.column());
    made.standsFor(written);
    return made;
  }

  /** An array that stands for what the author wrote. */
  static ArrayNode array(Node written, List<? extends Node> items) {
    ArrayNode made = new ArrayNode(items.toArray(Node[]::new), written.line(), written.column());
    made.standsFor(written);
    return made;
  }
}
