package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.schema.ArrayPart.Repetition;
import dev.steadfast.schema.ObjectPart.Layer;
import dev.steadfast.schema.ObjectPart.Pattern;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which members and items some keywords evaluate (JSON Schema 2020-12 Core §11).
 *
 * @param names declared one by one
 * @param patterns of further names
 * @param allNames every name, and the other two do not matter
 * @param prefix how many first items
 * @param allItems every item, and the other two do not matter
 * @param contained schemas whose values count as items evaluated, wherever they stand
 */
record Evaluated(
    Set<String> names,
    Set<String> patterns,
    boolean allNames,
    int prefix,
    boolean allItems,
    List<Schema> contained) {

  static final Evaluated NOTHING = new Evaluated(Set.of(), Set.of(), false, 0, false, List.of());

  static final Evaluated EVERYTHING = new Evaluated(Set.of(), Set.of(), true, 0, true, List.of());

  /** What a schema's own keywords evaluate beside its applicators in place. */
  static Evaluated own(Schemas schemas, Schema.Located at) {
    ObjectNode node = at.keywords;
    Node items = node.get("items");
    boolean listed = items instanceof ArrayNode;
    Node prefix = listed ? items : node.get("prefixItems");
    Node contains = at.dialect == Dialect.DRAFT_2020_12 ? node.get("contains") : null;
    return new Evaluated(
        keys(node.get("properties")),
        keys(node.get("patternProperties")),
        node.has("additionalProperties"),
        prefix instanceof ArrayNode array ? array.size() : 0,
        listed ? node.has("additionalItems") : items != null,
        contains == null ? List.of() : List.of(schemas.within(at, contains)));
  }

  private static Set<String> keys(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ObjectNode object ? new LinkedHashSet<>(object.keys()) : Set.of();
  }

  /** The property that a discriminator names. */
  static Evaluated name(String name) {
    return new Evaluated(Set.of(name), Set.of(), false, 0, false, List.of());
  }

  /** With all that unevaluatedProperties or unevaluatedItems of an inner schema evaluates. */
  Evaluated withRest(ObjectNode keywords) {
    return new Evaluated(
        names,
        patterns,
        allNames || keywords.has("unevaluatedProperties"),
        prefix,
        allItems || keywords.has("unevaluatedItems"),
        contained);
  }

  Evaluated onlyNames() {
    return new Evaluated(names, patterns, allNames, 0, false, List.of());
  }

  Evaluated onlyItems() {
    return new Evaluated(Set.of(), Set.of(), false, prefix, allItems, contained);
  }

  Evaluated and(Evaluated other) {
    return new Evaluated(
        joined(names, other.names),
        joined(patterns, other.patterns),
        allNames || other.allNames,
        Math.max(prefix, other.prefix),
        allItems || other.allItems,
        List.copyOf(joined(contained, other.contained)));
  }

  private static <T> Set<T> joined(java.util.Collection<T> one, java.util.Collection<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Evaluated names are free, all others in {@code rest}. */
  ObjectPart closed(ObjectPart part, Schema rest) {
    if (allNames) {
      return part;
    }
    Map<String, Schema> free = new LinkedHashMap<>();
    names.forEach(name -> free.put(name, Schemas.ANY));
    List<Pattern> freePatterns = new ArrayList<>();
    patterns.forEach(
        pattern -> freePatterns.add(new Pattern(StringSet.pattern(pattern), Schemas.ANY)));
    return part.with(new Layer(free, freePatterns, rest));
  }

  /** Evaluated items are free, all others in {@code rest}. */
  ArrayPart closed(Schemas schemas, ArrayPart part, Schema rest) {
    if (allItems) {
      return part;
    }
    List<Schema> others = new ArrayList<>(contained);
    others.add(rest);
    return part.and(
        schemas,
        new ArrayPart(
            0,
            Integer.MAX_VALUE,
            Collections.nCopies(prefix, Schemas.ANY),
            schemas.or(others),
            Repetition.ALLOWED,
            List.of(),
            List.of()));
  }
}
