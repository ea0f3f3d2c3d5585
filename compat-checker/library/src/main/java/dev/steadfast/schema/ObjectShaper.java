package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.schema.ObjectPart.Layer;
import dev.steadfast.schema.ObjectPart.Pattern;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keywords that speak of objects, as object parts. */
final class ObjectShaper {

  private final Schemas schemas;
  private final Shaper shaper;
  private final Map<Schema, Layer> layers = new HashMap<>();

  ObjectShaper(Schemas schemas, Shaper shaper) {
    this.schemas = schemas;
    this.shaper = shaper;
  }

  /** What properties, required and sizes say; nothing of applicators in place. */
  List<ObjectPart> own(Schema.Located at) {
    ObjectNode node = at.keywords;
    ObjectPart part = ObjectPart.ALL;
    Layer layer = layer(at);
    if (!layer.properties().isEmpty()
        || !layer.patterns().isEmpty()
        || layer.rest() != Schemas.ANY) {
      part = part.with(layer);
    }
    for (String name : Keywords.names(at.keywords.get("required"))) {
      part = part.requiring(name);
    }
    part = part.hiding(hidden(at));
    part =
        part.sized(
            Keywords.count(node, "minProperties", 0),
            Keywords.count(node, "maxProperties", Integer.MAX_VALUE));
    return part.plainlyEmpty() ? List.of() : List.of(part);
  }

  /** What propertyNames says. */
  Shape named(Schema.Located at, Shape before, Bound bound) {
    Node names = at.keywords.get("propertyNames");
    if (names == null) {
      return before;
    }
    Shape allowed = shaper.shape(schemas.within(at, names), bound);
    Layer layer =
        new Layer(
            Map.of(), List.of(new Pattern(allowed.strings().not(), Schemas.NONE)), Schemas.ANY);
    List<ObjectPart> parts = new ArrayList<>();
    before.objects().forEach(part -> parts.add(part.with(layer)));
    Shape shape = before.withObjects(parts);
    return allowed.exact() ? shape : shape.inexact();
  }

  Layer layer(Schema.Located at) {
    return layers.computeIfAbsent(at, key -> declared(at));
  }

  private Layer declared(Schema.Located at) {
    ObjectNode node = at.keywords;
    Map<String, Schema> properties = new LinkedHashMap<>();
    if (node.get("properties") instanceof ObjectNode declared) {
      for (int i = 0; i < declared.size(); i++) {
        properties.put(declared.key(i), property(at, declared.value(i)));
      }
    }
    List<Pattern> patterns = new ArrayList<>();
    if (node.get("patternProperties") instanceof ObjectNode declared) {
      for (int i = 0; i < declared.size(); i++) {
        patterns.add(
            new Pattern(
                StringSet.pattern(declared.key(i)), schemas.saidOfMember(at, declared.value(i))));
      }
    }
    Node additional = node.get("additionalProperties");
    return new Layer(
        properties,
        patterns,
        additional == null ? Schemas.ANY : schemas.saidOfMember(at, additional));
  }

  private Schema property(Schema.Located at, Node declared) {
    if (travels(at, declared)) {
      return schemas.saidOfMember(at, declared);
    }
    return at.view.sent() ? Schemas.NONE : Schemas.ANY;
  }

  /* The keyword may stand in the property's schema or in one that always applies beside it. */
  static boolean travels(Schema.Located at, Node declared) {
    if (at.view.untravelled().isEmpty() || !(declared instanceof ObjectNode object)) {
      return true;
    }
    if (object.target() == null && !object.has("allOf")) {
      return !Keywords.flag(object, at.view.untravelled());
    }
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>(List.of(declared));
    while (!open.isEmpty()) {
      if (!(open.remove() instanceof ObjectNode part) || !seen.add(part)) {
        continue;
      }
      if (part.target() != null) {
        open.add(part.target());
      }
      if (part.target() == null || !Keywords.refHidesSiblings(at.dialect)) {
        if (Keywords.flag(part, at.view.untravelled())) {
          return false;
        }
        open.addAll(Keywords.items(part.get("allOf")));
      }
    }
    return true;
  }

  /** The same, of all schemas that apply in place. */
  Set<String> hiddenInPlace(Schema schema, Set<Schema> seen) {
    Set<String> names = new TreeSet<>();
    if (schema instanceof Schema.And and) {
      and.parts.forEach(part -> names.addAll(hiddenInPlace(part, seen)));
    } else if (schema instanceof Schema.Located at && seen.add(schema)) {
      names.addAll(hidden(at));
      List<Schema> parts = new ArrayList<>(shaper.branches(at, "anyOf"));
      parts.addAll(shaper.branches(at, "oneOf"));
      Keywords.items(at.keywords.get("allOf"))
          .forEach(part -> parts.add(schemas.inPlace(at, part)));
      if (at.node.target() != null) {
        parts.add(schemas.inPlace(at, at.node.target()));
      }
      parts.forEach(part -> names.addAll(hiddenInPlace(part, seen)));
    }
    return names;
  }

  /** The declared properties that do not travel in this direction. */
  static Set<String> hidden(Schema.Located at) {
    if (at.view.untravelled().isEmpty()
        || !(at.keywords.get("properties") instanceof ObjectNode declared)) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < declared.size(); i++) {
      if (!travels(at, declared.value(i))) {
        names.add(declared.key(i));
      }
    }
    return names;
  }

  /**
   * dependentRequired, dependentSchemas, dependencies: the name is absent, or what depends on it
   * holds.
   */
  Shape dependent(Schema.Located at, Shape before, Bound bound) {
    Shape shape = before;
    for (Map.Entry<String, Schema> entry : dependents(at).entrySet()) {
      Shape absent =
          Shape.ALL.withObjects(List.of(ObjectPart.ALL.with(entry.getKey(), Schemas.NONE)));
      Shape present =
          Shape.of(List.of(ObjectPart.ALL.requiring(entry.getKey())))
              .and(schemas, shaper.shape(entry.getValue(), bound), bound);
      shape = shape.and(schemas, absent.or(present), bound);
    }
    return shape;
  }

  /** What must hold when the name is there, by name. */
  Map<String, Schema> dependents(Schema.Located at) {
    Map<String, Schema> dependents = new TreeMap<>();
    for (String keyword : List.of("dependentRequired", "dependentSchemas", "dependencies")) {
      if (at.keywords.get(keyword) instanceof ObjectNode map) {
        for (int i = 0; i < map.size(); i++) {
          Schema dependent = dependent(at, map.value(i));
          dependents.merge(map.key(i), dependent, schemas::and);
        }
      }
    }
    return dependents;
  }

  private Schema dependent(Schema.Located at, Node dependent) {
    if (!(dependent instanceof ArrayNode names)) {
      return schemas.inPlace(at, dependent);
    }
    List<Schema> all = new ArrayList<>();
    for (String name : Keywords.names(names)) {
      all.add(schemas.having(name));
    }
    return schemas.and(all);
  }
}
