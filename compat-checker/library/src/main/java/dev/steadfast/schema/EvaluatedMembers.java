package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Which members of one given value the keywords in place evaluate (JSON Schema 2020-12 Core §11): a
 * branch counts when it holds.
 */
final class EvaluatedMembers {

  private final Schemas schemas;
  private final Shaper shaper;
  private final Evaluator evaluator;

  EvaluatedMembers(Schemas schemas, Shaper shaper, Evaluator evaluator) {
    this.schemas = schemas;
    this.shaper = shaper;
    this.evaluator = evaluator;
  }

  /** Whether every member or item that nothing evaluates is in the schema's unevaluated…. */
  Tri rest(Schema.Located at, Node value) {
    Tri all = rest(at, value, /* doubtful= */ Tri.NO);
    if (all == Tri.YES) {
      return all;
    }
    return rest(at, value, /* doubtful= */ Tri.YES) == Tri.NO ? Tri.NO : Tri.UNKNOWN;
  }

  /* What cannot be decided counts as evaluated or not, as told: between the two lies the answer. */
  private Tri rest(Schema.Located at, Node value, Tri doubtful) {
    Members evaluated = new Members(doubtful);
    evaluated.addAll(at, value);
    Tri result = Tri.YES;
    if (value instanceof ObjectNode object) {
      Schema rest = shaper.unevaluated().members(at);
      for (int i = 0; i < object.size(); i++) {
        if (!evaluated.names.contains(object.key(i))) {
          result = result.and(evaluator.accepts(rest, object.value(i)));
        }
      }
    } else if (value instanceof ArrayNode array) {
      Schema rest = shaper.unevaluated().items(at);
      for (int i = 0; i < array.size(); i++) {
        if (!evaluated.indexes.contains(i)) {
          result = result.and(evaluator.accepts(rest, array.get(i)));
        }
      }
    }
    return result;
  }

  private final class Members {
    private final Tri doubtful;
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> indexes = new HashSet<>();
    private final Set<Schema> seen = new HashSet<>();

    Members(Tri doubtful) {
      this.doubtful = doubtful;
    }

    /* Beside the schema's own unevaluated…. */
    private void addAll(Schema.Located at, Node value) {
      add(Evaluated.own(schemas, at), value);
      if (at.dependsOnPath() && holds(Tri.UNKNOWN)) {
        add(Evaluated.EVERYTHING, value);
      }
      for (InPlace.Applied applied : shaper.unevaluated().inPlace().of(at)) {
        if (holds(evaluator.accepts(applied.when(), value))) {
          addAll(applied.schema(), value);
        }
      }
    }

    private void addAll(Schema schema, Node value) {
      if (schema instanceof Schema.And and) {
        and.parts.forEach(part -> addAll(part, value));
      } else if (schema instanceof Schema.Keyed keyed) {
        names.add(keyed.property);
      } else if (schema instanceof Schema.Located located && seen.add(located)) {
        add(Evaluated.NOTHING.withRest(located.keywords), value);
        addAll(located, value);
      }
    }

    private void add(Evaluated own, Node value) {
      if (value instanceof ObjectNode object) {
        names.addAll(own.allNames() ? object.keys() : own.names());
        for (String pattern : own.patterns()) {
          StringSet matching = StringSet.pattern(pattern);
          object.keys().stream().filter(name -> holds(matching.contains(name))).forEach(names::add);
        }
      } else if (value instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          Node item = array.get(i);
          if (own.allItems()
              || i < own.prefix()
              || own.contained().stream().anyMatch(c -> holds(evaluator.accepts(c, item)))) {
            indexes.add(i);
          }
        }
      }
    }

    private boolean holds(Tri answer) {
      return answer == Tri.YES || (answer == Tri.UNKNOWN && doubtful == Tri.YES);
    }
  }
}
