package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas that together are one: itself and what {@code allOf}, {@code $ref} and unions of one
 * branch add, at any depth. A branch that only adds null is left out.
 */
final class Conjuncts {

  private final Schemas schemas;
  private final List<Schema.Located> located = new ArrayList<>();
  private final List<Facets.Union> unions = new ArrayList<>();
  private final Set<Facet> spoken = EnumSet.noneOf(Facet.class);

  Conjuncts(Schemas schemas, Schema whole) {
    this.schemas = schemas;
    collect(whole, new LinkedHashSet<>());
  }

  /** Those that a document holds, the whole first. */
  List<Schema.Located> located() {
    return located;
  }

  /** The unions of more than one branch. */
  List<Facets.Union> unions() {
    return unions;
  }

  /** What some of them has a keyword for. */
  Set<Facet> spoken() {
    return spoken;
  }

  private void collect(Schema schema, Set<Schema> seen) {
    if (schema instanceof Schema.And and) {
      and.parts.forEach(part -> collect(part, seen));
    } else if (schema instanceof Schema.Located at && seen.add(schema)) {
      located.add(at);
      for (int i = 0; i < at.node.size(); i++) {
        spoken.addAll(Facet.of(at.node.key(i)));
      }
      if (at.node.target() != null) {
        collect(schemas.within(at, at.node.target()), seen);
      }
      Keywords.items(at.node.get("allOf")).forEach(part -> collect(schemas.within(at, part), seen));
      union(at, "anyOf", seen);
      union(at, "oneOf", seen);
    }
  }

  private void union(Schema.Located at, String keyword, Set<Schema> seen) {
    List<Facets.Branch> branches = new ArrayList<>();
    List<Node> nodes = Keywords.items(at.node.get(keyword));
    Map<Node, Set<String>> keys = Branches.keys(at, nodes);
    for (Node node : nodes) {
      Schema schema = schemas.within(at, node);
      if (!onlyNull(schema)) {
        branches.add(
            new Facets.Branch(schema, node, name(node), keys.getOrDefault(node, Set.of())));
      }
    }
    if (branches.size() == 1) {
      collect(branches.get(0).schema(), seen);
    } else if (!branches.isEmpty()) {
      String property = Branches.property(at);
      unions.add(new Facets.Union(property == null ? "" : property, branches));
    }
  }

  private static boolean onlyNull(Schema schema) {
    if (!(schema instanceof Schema.Located at)) {
      return false;
    }
    Node type = at.node.get("type");
    boolean nullType = Keywords.names(type).equals(Set.of("null"));
    return nullType
        || at.node.get("const") instanceof NullNode
        || Keywords.items(at.node.get("enum")).equals(List.of(NullNode.of()));
  }

  private static String name(Node branch) {
    return branch instanceof ObjectNode object ? Branches.name(object) : "";
  }
}
