package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What Schema Objects say by their text: same keywords, in any order, as far as they count.
 * References are told, not followed.
 */
final class Wording {

  /* Hashes only save comparisons: equality is seen node by node, so no crafted collision hides a
  change. */
  private static final Set<String> MAPS_OF_SCHEMAS =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
  private static final Set<String> VALUES =
      Set.of("enum", "const", "default", "required", "type", "discriminator", "xml");

  private final Predicate<String> counts;
  private final IdentityHashMap<Node, Long> hashes = new IdentityHashMap<>();

  /** A pair of nodes that must say the same. */
  record Two(Node one, Node other) {}

  Wording(Predicate<String> counts) {
    this.counts = counts;
  }

  /** Whether two Schema Objects, or boolean schemas, say the same; adds what they refer to. */
  boolean equal(Node one, Node other, List<Two> references) {
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
      if (counts(left, key)) {
        Node theirs = right.get(key);
        if (theirs == null
            || !equalKeyword(key, left.value(i), theirs, references)
            || (left.has("discriminator") && !equalNames(left.value(i), theirs))) {
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

  /* Under a discriminator the name of a branch may be a value (OAS 3.1, Discriminator Object). */
  private static boolean equalNames(Node one, Node other) {
    if (!(one instanceof ArrayNode left) || !(other instanceof ArrayNode right)) {
      return true;
    }
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i) instanceof ObjectNode mine
          && right.get(i) instanceof ObjectNode theirs
          && !Branches.name(mine).equals(Branches.name(theirs))) {
        return false;
      }
    }
    return true;
  }

  private boolean counts(ObjectNode node, String key) {
    return counts.test(key) && !(node.target() != null && key.equals("$ref"));
  }

  private int count(ObjectNode node) {
    int count = 0;
    for (int i = 0; i < node.size(); i++) {
      count += counts(node, node.key(i)) ? 1 : 0;
    }
    return count;
  }

  /** Equal for what says the same. */
  long hash(Node node) {
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
      if (counts(object, key)) {
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
