package dev.steadfast.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every question that was asked, once, in whatever way it is put. */
final class Questions {

  private final Schemas schemas;
  private final Map<Long, Question> simple = new HashMap<>(); // by the two ids
  private final Map<List<Integer>, Question> others = new HashMap<>(); // by all ids

  Questions(Schemas schemas) {
    this.schemas = schemas;
  }

  Question of(Schema in, Collection<Schema> out) {
    if (in instanceof Schema.Located && out.size() == 1) {
      Schema only = out.iterator().next();
      if (only instanceof Schema.Located) {
        return simple.computeIfAbsent(
            ((long) in.id() << Integer.SIZE) | only.id(), key -> new Question(in, List.of(only)));
      }
    }
    return combined(in, out);
  }

  /* Not(X) on one side is X on the other. */
  private Question combined(Schema in, Collection<Schema> out) {
    TreeMap<Integer, Schema> inside = new TreeMap<>();
    TreeMap<Integer, Schema> outside = new TreeMap<>();
    spread(in, inside, outside);
    for (Schema schema : out) {
      if (schema instanceof Schema.Not not) {
        spread(not.inner, inside, outside);
      } else if (schema instanceof Schema.Or or) {
        or.parts.forEach(part -> outside.put(part.id(), part));
      } else if (schema != Schemas.NONE) {
        outside.put(schema.id(), schema);
      }
    }
    List<Integer> key = new ArrayList<>(inside.keySet());
    key.add(-1);
    key.addAll(outside.keySet());
    return others.computeIfAbsent(
        key, k -> new Question(schemas.and(inside.values()), List.copyOf(outside.values())));
  }

  private static void spread(
      Schema in, SortedMap<Integer, Schema> inside, SortedMap<Integer, Schema> outside) {
    if (in instanceof Schema.And and) {
      and.parts.forEach(part -> spread(part, inside, outside));
    } else if (in instanceof Schema.Not not) {
      outside.put(not.inner.id(), not.inner);
    } else {
      inside.put(in.id(), in);
    }
  }
}
