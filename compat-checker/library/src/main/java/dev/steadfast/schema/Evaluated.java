package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.schema.ObjectPart.Layer;
import dev.steadfast.schema.ObjectPart.Pattern;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that the keywords in place evaluate (JSON Schema 2020-12 Core §11.3), statically. */
final class Evaluated {

  /** Which applicators count when it is not known whether their branch holds. */
  enum Count {
    CERTAIN,
    POSSIBLE
  }

  private final Schemas schemas;
  private final Count count;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> patterns = new LinkedHashSet<>();
  private final Set<Schema> seen = new HashSet<>();
  private boolean everything;

  Evaluated(Schemas schemas, Count count) {
    this.schemas = schemas;
    this.count = count;
  }

  Evaluated copy(Count newCount) {
    Evaluated copy = new Evaluated(schemas, newCount);
    copy.names.addAll(names);
    copy.patterns.addAll(patterns);
    copy.everything = everything;
    return copy;
  }

  boolean everything() {
    return everything;
  }

  /** Whether applicators are there that only sometimes evaluate. */
  static boolean conditional(ObjectNode node) {
    return node.has("if") || node.has("dependentSchemas");
  }

  Evaluated add(Schema schema) {
    if (schema instanceof Schema.And and) {
      and.parts.forEach(this::add);
    } else if (schema instanceof Schema.Keyed keyed) {
      names.add(keyed.property);
    } else if (schema instanceof Schema.Located located && seen.add(schema)) {
      everything |= located.node.has("unevaluatedProperties");
      addAll(located);
    }
    return this;
  }

  /** What a schema evaluates beside its own unevaluatedProperties. */
  Evaluated addAll(Schema.Located at) {
    ObjectNode node = at.node;
    if (node.get("properties") instanceof ObjectNode properties) {
      names.addAll(properties.keys());
    }
    if (node.get("patternProperties") instanceof ObjectNode properties) {
      patterns.addAll(properties.keys());
    }
    everything |= node.has("additionalProperties");
    if (node.target() != null) {
      add(schemas.within(at, node.target()));
    }
    List<Node> parts = new ArrayList<>(Keywords.items(node.get("allOf")));
    List<Node> anyOf = Keywords.items(node.get("anyOf"));
    List<Node> oneOf = Keywords.items(node.get("oneOf"));
    if (count == Count.POSSIBLE) {
      parts.addAll(anyOf);
      parts.addAll(oneOf);
      for (String keyword : List.of("if", "then", "else")) {
        Node part = node.get(keyword);
        if (part != null) {
          parts.add(part);
        }
      }
      if (node.get("dependentSchemas") instanceof ObjectNode map) {
        parts.addAll(map.toMap().values());
      }
    }
    parts.forEach(part -> add(schemas.within(at, part)));
    return this;
  }

  /** Evaluated names are free, all others fall to {@code rest}. */
  Layer layer(Schema rest) {
    Map<String, Schema> free = new LinkedHashMap<>();
    names.forEach(name -> free.put(name, Schemas.ANY));
    List<Pattern> freePatterns = new ArrayList<>();
    patterns.forEach(
        pattern -> freePatterns.add(new Pattern(StringSet.pattern(pattern), Schemas.ANY)));
    return new Layer(free, freePatterns, rest);
  }
}
