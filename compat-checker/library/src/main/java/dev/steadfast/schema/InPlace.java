package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas that a schema applies to the same value, as far as what they evaluate counts outside
 * (JSON Schema 2020-12 Core §10.2).
 */
final class InPlace {

  private static final int LIMIT = 1_000;

  private final Schemas schemas;
  private final Shaper shaper;

  InPlace(Schemas schemas, Shaper shaper) {
    this.schemas = schemas;
    this.shaper = shaper;
  }

  /**
   * One of them.
   *
   * @param when what the value must be for it to count; anything when it must hold in any case
   */
  record Applied(Schema when, Schema schema) {}

  /** All but what a reference leads to that depends on the path. */
  List<Applied> of(Schema.Located at) {
    ObjectNode node = at.keywords;
    List<Applied> applied = new ArrayList<>();
    Node target = at.node.target();
    if (target != null && !at.dependsOnPath()) {
      applied.add(new Applied(Schemas.ANY, schemas.inPlace(at, target)));
    }
    for (Node part : Keywords.items(node.get("allOf"))) {
      applied.add(new Applied(Schemas.ANY, schemas.inPlace(at, part)));
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      shaper.branches(at, keyword).forEach(branch -> applied.add(new Applied(branch, branch)));
    }
    Node condition = node.get("if");
    if (condition != null) {
      Schema when = schemas.inPlace(at, condition);
      applied.add(new Applied(when, when));
      Node then = node.get("then");
      if (then != null) {
        applied.add(new Applied(when, schemas.inPlace(at, then)));
      }
      Node otherwise = node.get("else");
      if (otherwise != null) {
        applied.add(new Applied(schemas.not(when), schemas.inPlace(at, otherwise)));
      }
    }
    if (node.get("dependentSchemas") instanceof ObjectNode map) {
      for (int i = 0; i < map.size(); i++) {
        Schema when = schemas.and(schemas.objects(), schemas.having(map.key(i)));
        applied.add(new Applied(when, schemas.inPlace(at, map.value(i))));
      }
    }
    return applied;
  }

  /**
   * What is evaluated beside the schema's own unevaluated…, by what the value must be for it; empty
   * when that is too much or cannot be told.
   */
  Map<Schema, Evaluated> evaluated(Schema.Located at) {
    Map<Schema, Evaluated> evaluated = new LinkedHashMap<>();
    evaluated.put(Schemas.ANY, Evaluated.own(schemas, at));
    Set<Applied> seen = new HashSet<>();
    of(at).forEach(applied -> collect(applied, Schemas.ANY, evaluated, seen));
    boolean told = !at.dependsOnPath() && seen.stream().allMatch(InPlace::isTold);
    return told && seen.size() <= LIMIT ? evaluated : Map.of();
  }

  private static boolean isTold(Applied applied) {
    return !(applied.schema() instanceof Schema.Located at) || !at.dependsOnPath();
  }

  private void collect(
      Applied applied, Schema outer, Map<Schema, Evaluated> evaluated, Set<Applied> seen) {
    Schema when = schemas.and(outer, applied.when());
    Schema schema = applied.schema();
    if (seen.size() > LIMIT || !seen.add(new Applied(when, schema))) {
      return;
    }
    if (schema instanceof Schema.And and) {
      and.parts.forEach(part -> collect(new Applied(when, part), when, evaluated, seen));
    } else if (schema instanceof Schema.Keyed keyed) {
      evaluated.merge(when, Evaluated.name(keyed.property), Evaluated::and);
    } else if (schema instanceof Schema.Located at) {
      Evaluated own = Evaluated.own(schemas, at).withRest(at.keywords);
      evaluated.merge(when, own, Evaluated::and);
      of(at).forEach(inner -> collect(inner, when, evaluated, seen));
    }
  }
}
