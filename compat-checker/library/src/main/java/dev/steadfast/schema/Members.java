package dev.steadfast.schema;

import dev.steadfast.domain.Tri;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a schema says of the members of objects: declared, by pattern, required, all others. */
public final class Members {

  private final Inclusion inclusion;
  private final Schemas schemas;
  private final Facets facets;
  private final List<Schema.Located> conjuncts;

  /** A property as declared in one or more places. */
  public record Property(Schema schema, Node node, boolean travels) {}

  Members(Inclusion inclusion, Facets facets, List<Schema.Located> conjuncts) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
    this.facets = facets;
    this.conjuncts = conjuncts;
  }

  /** Declared properties by name, sorted; one that does not travel in this direction is marked. */
  public Map<String, Property> properties() {
    Map<String, Property> properties = new TreeMap<>();
    for (Schema.Located at : conjuncts) {
      if (at.node.get("properties") instanceof ObjectNode declared) {
        for (int i = 0; i < declared.size(); i++) {
          Node node = declared.value(i);
          properties.merge(
              declared.key(i),
              new Property(schemas.member(at, node), node, ObjectShaper.travels(at, node)),
              this::both);
        }
      }
    }
    return properties;
  }

  private Property both(Property one, Property other) {
    return new Property(
        schemas.and(one.schema, other.schema), one.node, one.travels && other.travels);
  }

  /**
   * Whether the property may come without being declared: in a listed value, or where some branch
   * of a union, at any depth in place, declares or lists it.
   */
  public boolean foresees(String name) {
    return lists(name) || branchDeclares(name, new LinkedHashSet<>());
  }

  private boolean lists(String name) {
    List<Node> values = facets.values();
    return values != null
        && values.stream()
            .anyMatch(
                value ->
                    value instanceof ObjectNode object
                        && object.has(name)
                        && inclusion.accepts(facets.whole(), value) != Tri.NO);
  }

  private boolean branchDeclares(String name, Set<Schema> seen) {
    for (Facets.Union union : facets.unions()) {
      for (Facets.Branch branch : union.branches()) {
        if (seen.add(branch.schema())) {
          Members members = inclusion.facets(branch.schema()).members();
          Property property = members.properties().get(name);
          if ((property != null && property.travels)
              || members.lists(name)
              || members.branchDeclares(name, seen)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Required names with the place of each, sorted. */
  public Map<String, Node> required() {
    Map<String, Node> names = new TreeMap<>();
    Set<String> hidden = new TreeSet<>();
    for (Schema.Located at : conjuncts) {
      hidden.addAll(ObjectShaper.hidden(at));
    }
    for (Schema.Located at : conjuncts) {
      for (Node item : Keywords.items(at.node.get("required"))) {
        if (item instanceof StringNode name && !hidden.contains(name.value())) {
          names.putIfAbsent(name.value(), item);
        }
      }
    }
    return names;
  }

  /** Patterns of property names with the schemas of the properties, sorted. */
  public Map<String, Schema> patterns() {
    Map<String, Schema> patterns = new TreeMap<>();
    for (Schema.Located at : conjuncts) {
      if (at.node.get("patternProperties") instanceof ObjectNode declared) {
        for (int i = 0; i < declared.size(); i++) {
          patterns.merge(declared.key(i), schemas.member(at, declared.value(i)), schemas::and);
        }
      }
    }
    return patterns;
  }

  /** What is said of undeclared names, all declared ones left free. */
  public Schema onlyUndeclared() {
    List<Schema> parts = new ArrayList<>();
    for (Schema.Located at : conjuncts) {
      Node rest = at.node.get("additionalProperties");
      Node unevaluated = at.node.get("unevaluatedProperties");
      if (unevaluated != null) {
        parts.add(at);
      } else if (rest != null && schemas.member(at, rest) != Schemas.ANY) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("properties", free(at.node.get("properties")));
        members.put("patternProperties", free(at.node.get("patternProperties")));
        members.put("additionalProperties", rest);
        parts.add(schemas.saidWithin(at, ObjectNode.of(members)));
      }
    }
    return schemas.and(parts);
  }

  private static Node free(@Nullable Node declared) {
    Map<String, Node> free = new LinkedHashMap<>();
    if (declared instanceof ObjectNode object) {
      object.keys().forEach(key -> free.put(key, BooleanNode.of(true)));
    }
    return ObjectNode.of(free);
  }

  /** Where undeclared names are spoken of, else the schema. */
  public @Nullable Node undeclaredNode() {
    for (Schema.Located at : conjuncts) {
      for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
        Node value = at.node.get(keyword);
        if (value != null) {
          return value;
        }
      }
    }
    return facets.node();
  }

  /** The values of undeclared properties. */
  public Schema undeclared() {
    List<Schema> parts = new ArrayList<>();
    for (Schema.Located at : conjuncts) {
      for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
        Node rest = at.node.get(keyword);
        if (rest != null) {
          parts.add(schemas.member(at, rest));
        }
      }
    }
    return schemas.and(parts);
  }
}
