package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members of one given value the keywords in place evaluate (JSON Schema 2020-12 Core §11): a
 * branch counts when it holds.
 */
final class EvaluatedMembers {

  private final Schemas schemas;
  private final Evaluator evaluator;

  EvaluatedMembers(Schemas schemas, Evaluator evaluator) {
    this.schemas = schemas;
    this.evaluator = evaluator;
  }

  Set<String> names(Schema.Located at, ObjectNode value) {
    Set<String> names = own(at, value);
    for (Schema branch : holding(at, value)) {
      addAll(branch, value, names);
    }
    return names;
  }

  private void addAll(Schema schema, ObjectNode value, Set<String> names) {
    if (schema instanceof Schema.And and) {
      and.parts.forEach(part -> addAll(part, value, names));
    } else if (schema instanceof Schema.Keyed keyed) {
      names.add(keyed.property);
    } else if (schema instanceof Schema.Located located) {
      names.addAll(names(located, value));
      if (located.node.has("unevaluatedProperties")) {
        names.addAll(value.keys());
      }
    }
  }

  private static Set<String> own(Schema.Located at, ObjectNode value) {
    if (at.node.has("additionalProperties")) {
      return new HashSet<>(value.keys());
    }
    Set<String> names = new HashSet<>();
    if (at.node.get("properties") instanceof ObjectNode properties) {
      names.addAll(properties.keys());
    }
    if (at.node.get("patternProperties") instanceof ObjectNode patterns) {
      for (String pattern : patterns.keys()) {
        StringSet matching = StringSet.pattern(pattern);
        value.keys().stream()
            .filter(name -> matching.contains(name) == Tri.YES)
            .forEach(names::add);
      }
    }
    return names;
  }

  /* The schemas applied in place that allow the value. */
  private List<Schema> holding(Schema.Located at, Node value) {
    ObjectNode node = at.node;
    List<Node> certain = new ArrayList<>(Keywords.items(node.get("allOf")));
    if (node.target() != null) {
      certain.add(node.target());
    }
    List<Node> possible = new ArrayList<>(Keywords.items(node.get("anyOf")));
    possible.addAll(Keywords.items(node.get("oneOf")));
    Node condition = node.get("if");
    if (condition != null) {
      boolean holds = evaluator.accepts(schemas.within(at, condition), value) == Tri.YES;
      Node then = node.get(holds ? "then" : "else");
      possible.add(condition);
      if (then != null) {
        certain.add(then);
      }
    }
    if (node.get("dependentSchemas") instanceof ObjectNode map
        && value instanceof ObjectNode object) {
      map.keys().stream()
          .filter(object::has)
          .forEach(name -> certain.add(java.util.Objects.requireNonNull(map.get(name))));
    }
    List<Schema> holding = new ArrayList<>();
    certain.forEach(part -> holding.add(schemas.within(at, part)));
    for (Node part : possible) {
      Schema branch = schemas.within(at, part);
      if (evaluator.accepts(branch, value) == Tri.YES) {
        holding.add(branch);
      }
    }
    return holding;
  }

  boolean limitsItems(Schema.Located at) {
    Node unevaluated = at.node.get("unevaluatedItems");
    return unevaluated != null && schemas.within(at, unevaluated) != Schemas.ANY;
  }

  /** Whether every item that nothing evaluates is in unevaluatedItems. */
  Tri items(Schema.Located at, ArrayNode value) {
    Set<Integer> indexes = indexes(at, value);
    Schema rest =
        schemas.within(at, java.util.Objects.requireNonNull(at.node.get("unevaluatedItems")));
    Tri result = Tri.YES;
    for (int i = 0; i < value.size(); i++) {
      if (!indexes.contains(i)) {
        result = result.and(evaluator.accepts(rest, value.get(i)));
      }
    }
    return result;
  }

  private Set<Integer> indexes(Schema.Located at, ArrayNode value) {
    Set<Integer> indexes = new HashSet<>();
    ObjectNode node = at.node;
    Node contains = node.get("contains");
    for (int i = 0; i < value.size(); i++) {
      boolean evaluated =
          node.has("items")
              || i < Keywords.items(node.get("prefixItems")).size()
              || (contains != null
                  && evaluator.accepts(schemas.within(at, contains), value.get(i)) == Tri.YES);
      if (evaluated) {
        indexes.add(i);
      }
    }
    for (Schema branch : holding(at, value)) {
      if (branch instanceof Schema.Located located) {
        indexes.addAll(indexes(located, value));
        if (located.node.has("unevaluatedItems")) {
          for (int i = 0; i < value.size(); i++) {
            indexes.add(i);
          }
        }
      }
    }
    return indexes;
  }
}
