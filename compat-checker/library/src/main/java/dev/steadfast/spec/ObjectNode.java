package dev.steadfast.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object; keys are unique and keep their order. */
public final class ObjectNode extends Node {

  private final String[] keys;
  private final Node[] values;
  private final int[] keyPlaces; // line, column, line, column …; empty when made by the program
  private int @Nullable [] index; // see KeyIndex; built on first use; null for few keys
  private @Nullable Node target;
  private @Nullable Kind kind; // what the reader took it for; null when it never looked

  /** Takes ownership of the arrays; {@code keyPlaces} holds line and column of each key in turn. */
  ObjectNode(
      String[] keys, Node[] values, int[] keyPlaces, int @Nullable [] index, int line, int column) {
    super(line, column);
    this.keys = keys;
    this.values = values;
    this.keyPlaces = keyPlaces;
    this.index = index;
    for (Node value : values) {
      value.ownedBy(this);
    }
  }

  /** An object that no file contains. Members that a file does contain keep their own place. */
  public static ObjectNode of(Map<String, ? extends Node> members) {
    return new ObjectNode(
        members.keySet().toArray(String[]::new),
        members.values().toArray(Node[]::new),
        new int[0],
        null,
        0,
        0);
  }

  /** An object that says otherwise what the author wrote, and whose place it takes. */
  public static ObjectNode insteadOf(Node written, Map<String, ? extends Node> members) {
    ObjectNode made =
        new ObjectNode(
            members.keySet().toArray(String[]::new),
            members.values().toArray(Node[]::new),
            new int[0],
            null,
            written.line(),
            written.column());
    made.standsFor(written);
    return made;
  }

  public int size() {
    return keys.length;
  }

  public String key(int position) {
    return keys[position];
  }

  public Node value(int position) {
    return values[position];
  }

  public List<String> keys() {
    return List.of(keys);
  }

  public @Nullable Node get(String key) {
    int position = find(key);
    return position < 0 ? null : values[position];
  }

  public boolean has(String key) {
    return find(key) >= 0;
  }

  /** 1-based line of the key itself; 0 when unknown. */
  public int keyLine(String key) {
    int position = find(key);
    return keyPlaces.length == 0 || position < 0 ? 0 : keyPlaces[2 * position];
  }

  /** 1-based column of the key itself; 0 when unknown. */
  public int keyColumn(String key) {
    int position = find(key);
    return keyPlaces.length == 0 || position < 0 ? 0 : keyPlaces[2 * position + 1];
  }

  /**
   * Where the {@code $ref} of this Reference Object or schema leads, through any chain of
   * references; null when this is no reference. Set by the reader, which refuses documents with
   * dangling references, so a reader's document never holds an unresolved one.
   */
  public @Nullable Node target() {
    return target;
  }

  void target(Node resolved) {
    target = resolved;
  }

  /** What this object was read as; null when it was not yet. */
  @Nullable Kind kind() {
    return kind;
  }

  void kind(Kind read) {
    kind = read;
  }

  /** Puts what a reference leads to in the reference's place. */
  void replace(int position, Node member) {
    values[position] = member;
  }

  /** Gives a member another name that none has. */
  void rename(int position, String key) {
    keys[position] = key;
    index = null;
  }

  /** A copy of the members, in order. */
  public Map<String, Node> toMap() {
    Map<String, Node> map = new LinkedHashMap<>(keys.length * 2);
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], values[i]);
    }
    return map;
  }

  /** The key of a member, found by identity; null when it is none. */
  public @Nullable String keyOf(Node member) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == member) {
        return keys[i];
      }
    }
    return null;
  }

  /* Racing threads build equal tables, and the reference is published whole: no lock needed. */
  private int find(String key) {
    if (keys.length > KeyIndex.SMALL) {
      int[] slots = index;
      if (slots == null) {
        slots = KeyIndex.of(keys);
        index = slots;
      }
      return KeyIndex.find(slots, keys, key);
    }
    int length = key.length(); // most keys differ in it, and to ask it is no call
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].length() == length && keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof ObjectNode that) || keys.length != that.keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      Node theirs = that.get(keys[i]);
      if (theirs == null || !values[i].equals(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 17;
    for (int i = 0; i < keys.length; i++) {
      hash += keys[i].hashCode() * 31 ^ values[i].hashCode();
    }
    return hash;
  }
}
