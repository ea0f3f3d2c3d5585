package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells by their text that schemas of two documents say the same: same keywords, in any order, and
 * references to schemas that say the same, all the way. Descriptions do not count.
 */
public final class Fingerprints implements Equivalence {

  /* Hashes only save comparisons: equality is seen node by node, so no crafted collision hides a
  change. */
  private static final Set<String> TEXTS =
      Set.of("title", "description", "example", "examples", "externalDocs", "xml", "$comment");
  private static final Set<String> MAPS_OF_SCHEMAS =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
  private static final Set<String> VALUES =
      Set.of("enum", "const", "default", "required", "type", "discriminator");

  private final IdentityHashMap<Node, Long> hashes = new IdentityHashMap<>();
  private final Map<Schema, Map<Schema, Boolean>> compared = new HashMap<>();
  private final Map<Node, Map<Node, Boolean>> targets = new IdentityHashMap<>();

  /** A pair of nodes that must say the same. */
  private record Two(Node one, Node other) {}

  /** A pair with the one that refers to it. */
  private record Step(Two two, @Nullable Step before) {}

  @Override
  public boolean same(Schema one, Schema other) {
    if (one == other) {
      return true;
    }
    if (!(one instanceof Schema.Located left)
        || !(other instanceof Schema.Located right)
        || left.dialect != right.dialect) {
      return false;
    }
    Map<Schema, Boolean> known = compared.computeIfAbsent(one, key -> new HashMap<>());
    Boolean same = known.get(other);
    if (same == null) {
      same = same(left.node, right.node);
      known.put(other, same);
    }
    return same;
  }

  private boolean same(Node one, Node other) {
    List<Two> references = new ArrayList<>();
    if (!equal(one, other, references)) {
      return false;
    }
    for (Two reference : references) {
      if (!sameTarget(reference)) {
        return false;
      }
    }
    return true;
  }

  /*
   * Targets that refer to each other in a cycle say the same when no difference is reached. When one
   * is, all pairs on the way to it differ.
   */
  private boolean sameTarget(Two start) {
    Map<Node, Map<Node, Boolean>> seen = new IdentityHashMap<>();
    Deque<Step> open = new ArrayDeque<>();
    List<Two> reached = new ArrayList<>();
    open.add(new Step(start, null));
    while (!open.isEmpty()) {
      Step step = open.remove();
      Two two = step.two;
      if (two.one == two.other
          || seen.computeIfAbsent(two.one, key -> new IdentityHashMap<>()).put(two.other, true)
              != null) {
        continue;
      }
      Boolean known = known(two);
      if (Boolean.TRUE.equals(known)) {
        continue;
      }
      List<Two> references = new ArrayList<>();
      if (known != null || !equal(two.one, two.other, references)) {
        for (Step back = step; back != null; back = back.before) {
          remember(back.two, false);
        }
        return false;
      }
      reached.add(two);
      references.forEach(reference -> open.add(new Step(reference, step)));
    }
    reached.forEach(two -> remember(two, true));
    return true;
  }

  private @Nullable Boolean known(Two two) {
    Map<Node, Boolean> row = targets.get(two.one);
    return row == null ? null : row.get(two.other);
  }

  private void remember(Two two, boolean same) {
    targets.computeIfAbsent(two.one, key -> new IdentityHashMap<>()).put(two.other, same);
  }

  /* Two Schema Objects, or a boolean schema. */
  private boolean equal(Node one, Node other, List<Two> references) {
    if (!(one instanceof ObjectNode left) || !(other instanceof ObjectNode right)) {
      return one.equals(other);
    }
    if (hash(left) != hash(right) || (left.target() == null) != (right.target() == null)) {
      return false;
    }
    if (left.target() != null && right.target() != null) {
      references.add(new Two(left.target(), right.target()));
    }
    for (int i = 0; i < left.size(); i++) {
      String key = left.key(i);
      if (counts(key) && !isReference(left, key)) {
        Node theirs = right.get(key);
        if (theirs == null || !equalKeyword(key, left.value(i), theirs, references)) {
          return false;
        }
      }
    }
    return count(left) == count(right);
  }

  private boolean equalKeyword(String key, Node one, Node other, List<Two> references) {
    if (VALUES.contains(key)) {
      return one.equals(other);
    }
    if (one instanceof ArrayNode left && other instanceof ArrayNode right) {
      boolean equal = left.size() == right.size();
      for (int i = 0; equal && i < left.size(); i++) {
        equal = equal(left.get(i), right.get(i), references);
      }
      return equal;
    }
    if (MAPS_OF_SCHEMAS.contains(key)
        && one instanceof ObjectNode left
        && other instanceof ObjectNode right) {
      boolean equal = left.size() == right.size();
      for (int i = 0; equal && i < left.size(); i++) {
        Node theirs = right.get(left.key(i));
        equal = theirs != null && equal(left.value(i), theirs, references);
      }
      return equal;
    }
    return equal(one, other, references);
  }

  private static boolean counts(String key) {
    return !TEXTS.contains(key) && !key.startsWith("x-");
  }

  private static boolean isReference(ObjectNode node, String key) {
    return node.target() != null && key.equals("$ref");
  }

  private static int count(ObjectNode node) {
    int count = 0;
    for (int i = 0; i < node.size(); i++) {
      count += counts(node.key(i)) && !isReference(node, node.key(i)) ? 1 : 0;
    }
    return count;
  }

  private long hash(Node node) {
    if (!(node instanceof ObjectNode object)) {
      return node.hashCode();
    }
    Long known = hashes.get(node);
    if (known != null) {
      return known;
    }
    long hash = object.target() == null ? 1 : 2;
    for (int i = 0; i < object.size(); i++) {
      String key = object.key(i);
      if (counts(key) && !isReference(object, key)) {
        hash += mix(key.hashCode() * 31L + hashKeyword(key, object.value(i)));
      }
    }
    hashes.put(node, hash);
    return hash;
  }

  private long hashKeyword(String key, Node value) {
    if (VALUES.contains(key)) {
      return value.hashCode();
    }
    if (value instanceof ArrayNode array) {
      long hash = array.size();
      for (Node item : array) {
        hash = mix(hash + hash(item));
      }
      return hash;
    }
    if (MAPS_OF_SCHEMAS.contains(key) && value instanceof ObjectNode map) {
      long hash = map.size();
      for (int i = 0; i < map.size(); i++) {
        hash += mix(map.key(i).hashCode() * 31L + hash(map.value(i)));
      }
      return hash;
    }
    return hash(value);
  }

  /* The finaliser of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
