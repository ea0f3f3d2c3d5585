package dev.steadfast.schema;

import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas; equal descriptions give the same object. Not for use by several threads at once.
 */
public final class Schemas {

  /** Every value. */
  public static final Schema ANY = new Schema.Any();

  /** No value. */
  public static final Schema NONE = new Schema.None();

  private final Map<View, IdentityHashMap<Node, Schema>> located = new EnumMap<>(View.class);
  private final Map<List<Object>, Schema> made = new HashMap<>();
  private final Meanings meanings = new Meanings();
  private int nextId = 2;

  /** The schema at a node of a document; a null node stands for an absent schema: anything. */
  public Schema of(Document document, @Nullable Node node, View view) {
    return node == null ? ANY : of(document, document.dialect(node), node, view);
  }

  /** The schema at a node inside another: the dialect is inherited. */
  Schema within(Schema.Located outer, Node node) {
    return of(outer.document, outer.dialect, node, outer.view.whole());
  }

  /** The schema at a node inside another that applies it to the same value. */
  Schema inPlace(Schema.Located outer, Node node) {
    return of(outer.document, outer.dialect, node, outer.view.part());
  }

  /**
   * What a schema that another applies to the same value says; where it is written tells nothing.
   */
  Schema saidInPlace(Schema.Located outer, Node node) {
    return representative(inPlace(outer, node));
  }

  /** The schema of a member of the object that another describes. */
  Schema member(Schema.Located outer, Node node) {
    return of(outer.document, outer.dialect, node, outer.view.member());
  }

  /** What the schema of a member says; where it is written tells nothing. */
  Schema saidOfMember(Schema.Located outer, Node node) {
    return representative(member(outer, node));
  }

  /** One schema for all that say the same; where it is written tells nothing. */
  Schema representative(Schema schema) {
    if (!(schema instanceof Schema.Located at)) {
      return schema;
    }
    Schema.Located known = at.representative;
    if (known == null) {
      known = meanings.first(at);
      at.representative = known;
    }
    return known;
  }

  /** What the schema at a node inside another says; where it is written tells nothing. */
  Schema saidWithin(Schema.Located outer, Node node) {
    return representative(within(outer, node));
  }

  private Schema of(Document document, Dialect inherited, Node node, View view) {
    Node at = node;
    while (at instanceof ObjectNode object
        && object.target() != null
        && (Keywords.refHidesSiblings(inherited) || Keywords.isBareReference(object))) {
      at = object.target();
    }
    if (at instanceof BooleanNode bool) {
      return bool.value() ? ANY : NONE;
    }
    if (!(at instanceof ObjectNode object) || Keywords.onlyAnnotates(object, "")) {
      return ANY;
    }
    IdentityHashMap<Node, Schema> known =
        located.computeIfAbsent(view, key -> new IdentityHashMap<>());
    Schema schema = known.get(object);
    if (schema == null) {
      Dialect dialect = object.has("$schema") ? document.dialect(object) : inherited;
      schema = new Schema.Located(nextId++, object, document, dialect, view);
      known.put(object, schema);
    }
    return schema;
  }

  /** A schema that no document holds, in JSON Schema 2020-12; beside the given ones. */
  Schema written(List<Schema.Located> beside, ObjectNode node) {
    return beside.isEmpty()
        ? ANY
        : new Schema.Located(
            nextId++, node, beside.get(0).document, Dialect.DRAFT_2020_12, View.PLAIN);
  }

  /** One value. */
  public Schema constant(Node value) {
    return make(List.of("const", value), id -> new Schema.Const(id, value));
  }

  /** Objects whose property is one of the keys, and all that is no object. */
  public Schema keyed(String property, Set<String> keys) {
    return make(List.of("keyed", property, keys), id -> new Schema.Keyed(id, property, keys));
  }

  /** Every object, and nothing else. */
  public Schema objects() {
    return make(List.of("objects"), Schema.Objects::new);
  }

  /** Objects with this name, and all that is no object. */
  public Schema having(String name) {
    return make(List.of("having", name), id -> new Schema.Having(id, name));
  }

  /** The values that are not in it. */
  public Schema not(Schema inner) {
    if (inner == ANY) {
      return NONE;
    }
    if (inner == NONE) {
      return ANY;
    }
    if (inner instanceof Schema.Not not) {
      return not.inner;
    }
    return make(List.of("not", inner.id()), id -> new Schema.Not(id, inner));
  }

  /** The values that are in both. */
  public Schema and(Schema one, Schema other) {
    if (one == ANY || one == other || other == NONE) {
      return other;
    }
    if (other == ANY || one == NONE) {
      return one;
    }
    return and(List.of(one, other));
  }

  /** The values that are in all; all values for no part. */
  public Schema and(Collection<Schema> parts) {
    TreeMap<Integer, Schema> flat = new TreeMap<>();
    for (Schema part : parts) {
      if (part == NONE) {
        return NONE;
      } else if (part instanceof Schema.And and) {
        and.parts.forEach(inner -> flat.put(inner.id(), inner));
      } else if (part != ANY) {
        flat.put(part.id(), part);
      }
    }
    return combine("and", flat, ANY, Schema.And::new);
  }

  /** The values that are in some part; none for no part. */
  public Schema or(Collection<Schema> parts) {
    TreeMap<Integer, Schema> flat = new TreeMap<>();
    for (Schema part : parts) {
      if (part == ANY) {
        return ANY;
      } else if (part instanceof Schema.Or or) {
        or.parts.forEach(inner -> flat.put(inner.id(), inner));
      } else if (part != NONE) {
        flat.put(part.id(), part);
      }
    }
    return combine("or", flat, NONE, Schema.Or::new);
  }

  private Schema combine(
      String kind, NavigableMap<Integer, Schema> flat, Schema neutral, Combination combination) {
    if (flat.isEmpty()) {
      return neutral;
    }
    if (flat.size() == 1) {
      return flat.firstEntry().getValue();
    }
    List<Object> key = new ArrayList<>(flat.size() + 1);
    key.add(kind);
    key.addAll(flat.keySet());
    return make(key, id -> combination.make(id, List.copyOf(flat.values())));
  }

  private Schema make(List<Object> key, java.util.function.IntFunction<Schema> maker) {
    Schema schema = made.get(key);
    if (schema == null) {
      schema = maker.apply(nextId++);
      made.put(key, schema);
    }
    return schema;
  }

  private interface Combination {
    Schema make(int id, List<Schema> parts);
  }
}
