package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.schema.ObjectPart.Layer;
import dev.steadfast.schema.ObjectPart.Pattern;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** What properties, required, sizes and names say; nothing of applicators in place. */
  List<ObjectPart> own(Schema.Located at) {
    ObjectNode node = at.node;
    ObjectPart part = ObjectPart.ALL;
    Layer layer = layer(at);
    if (!layer.properties().isEmpty()
        || !layer.patterns().isEmpty()
        || layer.rest() != Schemas.ANY) {
      part = part.with(layer);
    }
    for (String name : Keywords.names(at.node.get("required"))) {
      part = part.requiring(name);
    }
    part = part.hiding(hidden(at));
    part =
        part.sized(
            Keywords.count(node, "minProperties", 0),
            Keywords.count(node, "maxProperties", Integer.MAX_VALUE));
    Node names = node.get("propertyNames");
    if (names != null) {
      StringSet allowed = shaper.shape(schemas.within(at, names), Bound.UPPER).strings();
      part =
          part.with(
              new Layer(Map.of(), List.of(new Pattern(allowed.not(), Schemas.NONE)), Schemas.ANY));
    }
    return part.plainlyEmpty() ? List.of() : List.of(part);
  }

  Layer layer(Schema.Located at) {
    return layers.computeIfAbsent(at, key -> declared(at));
  }

  private Layer declared(Schema.Located at) {
    ObjectNode node = at.node;
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
                StringSet.pattern(declared.key(i)), schemas.saidWithin(at, declared.value(i))));
      }
    }
    Node additional = node.get("additionalProperties");
    return new Layer(
        properties,
        patterns,
        additional == null ? Schemas.ANY : schemas.saidWithin(at, additional));
  }

  private Schema property(Schema.Located at, Node declared) {
    if (travels(at, declared)) {
      return schemas.saidWithin(at, declared);
    }
    return at.view.sent() ? Schemas.NONE : Schemas.ANY;
  }

  /* Where a reference hides its siblings, only its target says so. */
  static boolean travels(Schema.Located at, Node declared) {
    String keyword = at.view.untravelled();
    if (keyword.isEmpty() || !(declared instanceof ObjectNode object)) {
      return true;
    }
    boolean hidden = object.target() != null && Keywords.refHidesSiblings(at.dialect);
    return (hidden || !Keywords.flag(object, keyword))
        && !(object.target() instanceof ObjectNode target && Keywords.flag(target, keyword));
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
      Keywords.items(at.node.get("allOf")).forEach(part -> parts.add(schemas.within(at, part)));
      if (at.node.target() != null) {
        parts.add(schemas.within(at, at.node.target()));
      }
      parts.forEach(part -> names.addAll(hiddenInPlace(part, seen)));
    }
    return names;
  }

  /** The declared properties that do not travel in this direction. */
  static Set<String> hidden(Schema.Located at) {
    if (at.view.untravelled().isEmpty()
        || !(at.node.get("properties") instanceof ObjectNode declared)) {
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
      if (at.node.get(keyword) instanceof ObjectNode map) {
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
      return schemas.within(at, dependent);
    }
    List<Schema> all = new ArrayList<>();
    for (String name : Keywords.names(names)) {
      all.add(schemas.having(name));
    }
    return schemas.and(all);
  }

  boolean hasUnevaluated(Schema.Located at) {
    Node unevaluated = at.node.get("unevaluatedProperties");
    return unevaluated != null && schemas.within(at, unevaluated) != Schemas.ANY;
  }

  /*
   * unevaluatedProperties speaks of the names that nothing in place has evaluated. Names of allOf
   * and $ref count always, those of a branch when the branch holds: each branch of one union is
   * multiplied out; of further unions, conditions and dependents the lower bound counts no name and
   * the upper bound every name.
   */
  Shape unevaluated(
      Schema.Located at, Shape before, List<Schema> any, List<Schema> one, Bound bound) {
    Schema rest = schemas.within(at, Objects.requireNonNull(at.node.get("unevaluatedProperties")));
    List<Schema> branches = one.isEmpty() ? any : one;
    boolean both = !any.isEmpty() && !one.isEmpty();
    boolean optional = both || Evaluated.conditional(at.node);
    Evaluated.Count possible =
        bound == Bound.UPPER ? Evaluated.Count.POSSIBLE : Evaluated.Count.CERTAIN;
    Evaluated always =
        new Evaluated(schemas, optional ? possible : Evaluated.Count.CERTAIN).addAll(at);
    Shape shape = before;
    if (!any.isEmpty()) {
      shape = shape.and(schemas, shaper.shape(schemas.or(any), bound), bound);
    }
    if (!one.isEmpty()) {
      shape = shape.and(schemas, shaper.exactlyOne(one, bound), bound);
    }
    boolean exact = !optional && any.size() <= 1;
    if (branches.isEmpty()) {
      shape = closed(shape, always, rest);
      return exact ? shape : shape.inexact();
    }
    List<ObjectPart> parts = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      Evaluated evaluated = always.copy(possible).add(branches.get(i));
      if (one.isEmpty() && bound == Bound.UPPER) {
        branches.forEach(evaluated::add); // several branches of anyOf may hold at once
      }
      Shape branch =
          one.isEmpty()
              ? shaper.shape(branches.get(i), bound)
              : Shape.of(shaper.exclusively(branches, i, bound));
      parts.addAll(closed(before.and(schemas, branch, bound), evaluated, rest).objects());
    }
    shape = shape.withObjects(parts);
    return exact ? shape : shape.inexact();
  }

  private static Shape closed(Shape shape, Evaluated evaluated, Schema rest) {
    if (evaluated.everything()) {
      return shape;
    }
    List<ObjectPart> parts = new ArrayList<>();
    for (ObjectPart part : shape.objects()) {
      ObjectPart closed = part.with(evaluated.layer(rest));
      if (!closed.plainlyEmpty()) {
        parts.add(closed);
      }
    }
    return shape.withObjects(parts);
  }
}
