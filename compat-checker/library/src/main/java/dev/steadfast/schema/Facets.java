package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says, facet by facet: what {@code allOf}, {@code $ref} and unions of one branch add
 * is taken together. A branch that only adds null is left out, and no facet speaks of null.
 */
public final class Facets {

  private static final List<String> TELLS_TYPE =
      List.of("type", "enum", "const", "anyOf", "oneOf", "not", "if");

  private final Schemas schemas;
  private final Schema whole;
  private final Members members;
  private final List<Schema.Located> conjuncts;
  private final List<Union> unions;
  private final Map<Facet, Schema> facets = new EnumMap<>(Facet.class);
  private final Set<Facet> spoken;

  /** An {@code anyOf} or {@code oneOf} with more than one branch. */
  public record Union(String property, List<Branch> branches) {}

  /**
   * One branch.
   *
   * @param name of the schema it refers to; empty when it is written in place
   * @param keys values of the discriminating property that select it
   */
  public record Branch(Schema schema, Node node, String name, Set<String> keys) {}

  Facets(Inclusion inclusion, Schema whole) {
    this.schemas = inclusion.schemas();
    this.whole = whole;
    Conjuncts all = new Conjuncts(schemas, whole);
    this.conjuncts = all.located();
    this.unions = all.unions();
    this.spoken = all.spoken();
    this.members = new Members(inclusion, this, conjuncts);
  }

  public Schema whole() {
    return whole;
  }

  public List<Union> unions() {
    return unions;
  }

  /** Where the schema is written; null for one that no document holds. */
  public @Nullable Node node() {
    return conjuncts.isEmpty() ? null : conjuncts.get(0).node;
  }

  /** Where the facet is written: the value of its keyword, else the schema. */
  public @Nullable Node node(Facet facet) {
    for (String keyword : facet.keywords()) {
      for (Schema.Located at : conjuncts) {
        Node value = at.node.get(keyword);
        if (value != null) {
          return value;
        }
      }
    }
    return node();
  }

  /** The value of the facet's keyword as written; empty when absent. */
  public String text(Facet facet) {
    Set<String> texts = new LinkedHashSet<>();
    for (Schema.Located at : conjuncts) {
      for (String keyword : facet.keywords()) {
        Node value = at.node.get(keyword);
        if (keyword.equals("contentEncoding")) {
          boolean text = types().isEmpty() || types().contains("string");
          String format = Keywords.encodingFormat(at.node, at.dialect);
          if (format != null && text) {
            texts.add(format);
          }
        } else if (value != null && !(facet == Facet.FORMAT && keyword.equals("type"))) {
          texts.add(value instanceof StringNode string ? string.value() : value.toString());
        }
      }
    }
    return texts.stream().distinct().collect(Collectors.joining(", "));
  }

  /** What only this facet says: null and everything else that satisfies its keywords. */
  public Schema only(Facet facet) {
    return spoken.contains(facet) ? facets.computeIfAbsent(facet, this::compute) : Schemas.ANY;
  }

  private Schema compute(Facet facet) {
    List<Schema> parts = new ArrayList<>();
    for (Schema.Located at : conjuncts) {
      if (at.node.has(facet.keywords().get(0)) || hasOther(at.node, facet)) {
        Map<String, Node> members = new LinkedHashMap<>();
        for (String keyword : facet.keywords()) {
          Node value = at.node.get(keyword);
          if (value != null) {
            members.put(keyword, value);
          }
        }
        parts.add(orNull(within(at, members)));
      }
    }
    return schemas.and(parts);
  }

  private static boolean hasOther(ObjectNode node, Facet facet) {
    return facet == Facet.FORMAT
        ? node.has("contentEncoding")
        : facet.keywords().stream().anyMatch(node::has);
  }

  private Schema orNull(Schema schema) {
    return schemas.or(List.of(schema, schemas.constant(NullNode.of())));
  }

  /* Bounds look at one way to read a text: without a type beside them, they allow it in another. */
  private Schema within(Schema.Located at, Map<String, Node> members) {
    ObjectNode node = ObjectNode.of(members);
    return TELLS_TYPE.stream().anyMatch(node::has)
        ? schemas.saidWithin(at, node)
        : schemas.saidInPlace(at, node);
  }

  /** The declared types but null, an integer being a number; empty when none is declared. */
  public Set<String> types() {
    Set<String> types = new TreeSet<>();
    for (Schema.Located at : conjuncts) {
      Set<String> declared = Keywords.names(at.node.get("type"));
      if (declared.remove("integer")) {
        declared.add("number");
      }
      declared.remove("null");
      if (types.isEmpty()) {
        types.addAll(declared);
      } else if (!declared.isEmpty()) {
        types.retainAll(declared);
      }
    }
    return types;
  }

  /** The values of {@code enum} and {@code const} but null; null when there are neither. */
  public @Nullable List<Node> values() {
    List<Node> values = null;
    for (Schema.Located at : conjuncts) {
      List<Node> own = null;
      if (at.node.get("enum") instanceof ArrayNode array) {
        own = Keywords.items(array);
      }
      Node constant = at.node.get("const");
      if (constant != null && at.dialect != Dialect.OPENAPI_3_0) {
        own = List.of(constant);
      }
      if (own != null) {
        List<Node> both = new ArrayList<>(own);
        if (values != null) {
          both.retainAll(values);
        }
        values = both;
      }
    }
    if (values != null) {
      values.removeIf(NullNode.class::isInstance);
    }
    return values;
  }

  /** What it says of the members of objects. */
  public Members members() {
    return members;
  }

  /** Objects that have the name, and all that is no object. */
  public Schema requiring(String name) {
    return schemas.having(name);
  }

  /** The objects of this schema that have the name. */
  public Schema carrying(String name) {
    return schemas.and(List.of(whole, schemas.having(name), schemas.objects()));
  }

  /** The objects of this schema that have this member. */
  public Schema holding(String name, Node value) {
    Node constant = ObjectNode.of(Map.of("const", value));
    Node members = ObjectNode.of(Map.of(name, constant));
    Schema member = schemas.written(conjuncts, ObjectNode.of(Map.of("properties", members)));
    return schemas.and(List.of(carrying(name), member));
  }

  /** The arrays of this schema that have this item at this index. */
  public Schema holding(int index, Node value) {
    List<Node> prefix = new ArrayList<>(Collections.nCopies(index, BooleanNode.of(true)));
    prefix.add(ObjectNode.of(Map.of("const", value)));
    Map<String, Node> members = new LinkedHashMap<>();
    members.put("type", StringNode.of("array"));
    members.put("minItems", NumberNode.of(BigDecimal.valueOf(index + 1L)));
    members.put("prefixItems", ArrayNode.of(prefix));
    return schemas.and(whole, schemas.written(conjuncts, ObjectNode.of(members)));
  }

  /** The items at an index: declared one by one first, then what all others must be. */
  public Schema item(int index) {
    List<Schema> parts = new ArrayList<>();
    for (Schema.Located at : conjuncts) {
      List<Node> prefix = ArrayShaper.prefix(at);
      Node item = index < prefix.size() ? prefix.get(index) : ArrayShaper.rest(at);
      if (item != null) {
        parts.add(schemas.within(at, item));
      }
    }
    return schemas.and(parts);
  }

  /** How many items are declared one by one. */
  public int prefix() {
    int prefix = 0;
    for (Schema.Located at : conjuncts) {
      prefix = Math.max(prefix, ArrayShaper.prefix(at).size());
    }
    return prefix;
  }

  /**
   * What a keyword says of the content of a text, {@code contentMediaType} and the like; null where
   * the dialect has none.
   */
  public @Nullable Node content(String keyword) {
    for (Schema.Located at : conjuncts) {
      Node value = at.node.get(keyword);
      if (value != null && Keywords.knowsContent(at.dialect)) {
        return value;
      }
    }
    return null;
  }

  /** The schema of what a text holds; all values when there is none. */
  public Schema contentSchema() {
    List<Schema> parts = new ArrayList<>();
    for (Schema.Located at : conjuncts) {
      Node inner = at.node.get("contentSchema");
      if (inner != null && Keywords.knowsContent(at.dialect)) {
        parts.add(schemas.within(at, inner));
      }
    }
    return schemas.and(parts);
  }

  /** The first value of an annotation such as {@code deprecated} or {@code default}. */
  public @Nullable Node annotation(String keyword) {
    for (Schema.Located at : conjuncts) {
      Node value = at.node.get(keyword);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
