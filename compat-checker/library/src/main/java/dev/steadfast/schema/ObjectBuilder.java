package dev.steadfast.schema;

import dev.steadfast.domain.Emptiness;
import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ObjectPart.Exists;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a smallest object of a part, or shows that there is none. */
final class ObjectBuilder {

  /* Names for members that no schema names. */
  private static final List<String> FRESH = List.of("extra", "other", "more", "unknown");
  private static final Answer TOO_MANY_PATTERNS =
      new Unknown("the patterns of property names divide them too finely");

  private final Inclusion inclusion;
  private final Schemas schemas;

  ObjectBuilder(Inclusion inclusion) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
  }

  Answer build(ObjectPart part, Budget budget) {
    if (part.plainlyEmpty()) {
      return Empty.EMPTY;
    }
    if (budget.spent()) {
      return Budget.exceeded();
    }
    Map<String, Schema> members = new LinkedHashMap<>();
    Answer doubt = Empty.EMPTY;
    for (String name : part.required()) {
      Schema schema = part.value(schemas, name);
      Answer value = inclusion.ask(schema, List.of());
      if (value instanceof Empty) {
        return value; // no object has this member, so none is in the part
      }
      doubt = value instanceof Unknown ? value : doubt;
      members.put(name, schema);
    }
    return doubt instanceof Unknown ? doubt : provide(part, 0, members, budget);
  }

  /*
   * For each of the wanted some member has such a name and such a value: one that is there already,
   * a declared one, or a new one. Each choice is followed to its end.
   */
  private Answer provide(ObjectPart part, int from, Map<String, Schema> members, Budget budget) {
    if (budget.spent()) {
      return Budget.exceeded();
    }
    if (from == part.exists().size()) {
      return fill(part, examples(members));
    }
    Exists exists = part.exists().get(from);
    Answer doubt = Empty.EMPTY;
    for (Map.Entry<String, Schema> candidate : candidates(part, exists, members).entrySet()) {
      Schema schema = schemas.and(candidate.getValue(), exists.value());
      Answer found = inclusion.ask(schema, List.of());
      if (found instanceof Inhabited) {
        Map<String, Schema> more = new LinkedHashMap<>(members);
        more.put(candidate.getKey(), schema);
        found = provide(part, from + 1, more, budget);
      }
      if (found instanceof Inhabited) {
        return found;
      }
      doubt = found instanceof Unknown ? found : doubt;
    }
    return doubt instanceof Empty ? missed(part, exists, members) : doubt;
  }

  private Map<String, Node> examples(Map<String, Schema> members) {
    Map<String, Node> examples = new LinkedHashMap<>();
    members.forEach(
        (name, schema) -> {
          if (inclusion.ask(schema, List.of()) instanceof Inhabited inhabited) {
            examples.put(name, inhabited.value());
          }
        });
    return examples;
  }

  /* Names that may have such a member, with what else its value must be; of new names that match
  the same patterns, one. */
  private Map<String, Schema> candidates(
      ObjectPart part, Exists exists, Map<String, Schema> members) {
    Map<String, Schema> candidates = new LinkedHashMap<>();
    members.forEach((name, schema) -> putIfNamed(exists, name, schema, candidates));
    if (members.size() < part.max()) {
      for (String name : part.names()) {
        if (!members.containsKey(name)) {
          putIfNamed(exists, name, part.value(schemas, name), candidates);
        }
      }
      for (Region region : Region.of(List.of(part), part.names())) {
        for (String name : fresh(region.names().and(exists.names()), members.keySet())) {
          candidates.putIfAbsent(name, region.value(schemas, part));
        }
      }
    }
    return candidates;
  }

  private static void putIfNamed(
      Exists exists, String name, Schema schema, Map<String, Schema> candidates) {
    if (exists.names().contains(name) != Tri.NO) {
      candidates.put(name, schema);
    }
  }

  /* Nothing, unless some name was not thought of. */
  private Answer missed(ObjectPart part, Exists exists, Map<String, Schema> members) {
    if (members.size() >= part.max()) {
      return Empty.EMPTY;
    }
    List<Region> regions = Region.of(List.of(part), part.names());
    if (regions.isEmpty()) {
      return TOO_MANY_PATTERNS;
    }
    for (Region region : regions) {
      StringSet names = region.names().and(exists.names());
      if (fresh(names, members.keySet()).isEmpty()
          && names.and(StringSet.of(members.keySet()).not()).emptiness() != Emptiness.EMPTY
          && region.value(schemas, part) != Schemas.NONE) {
        return new Unknown("no name was found for an undeclared property");
      }
    }
    return Empty.EMPTY;
  }

  /* One name that is not taken; none when none was found. */
  private static List<String> fresh(StringSet names, Set<String> taken) {
    for (String name : FRESH) {
      if (!taken.contains(name) && names.contains(name) == Tri.YES) {
        return List.of(name);
      }
    }
    return names.and(StringSet.of(taken).not()).samples(1);
  }

  /* Up to the least number of members: declared names first, then new ones. */
  private Answer fill(ObjectPart part, Map<String, Node> members) {
    if (members.size() > part.max()) {
      return Empty.EMPTY;
    }
    if (members.size() >= part.min()) {
      return new Inhabited(ObjectNode.of(members));
    }
    Answer doubt = Empty.EMPTY;
    List<String> candidates = new ArrayList<>(part.names());
    candidates.removeAll(members.keySet());
    for (String name : candidates) {
      if (members.size() < part.min()) {
        Answer value = inclusion.ask(part.value(schemas, name), List.of());
        if (value instanceof Inhabited inhabited) {
          members.put(name, inhabited.value());
        } else if (value instanceof Unknown) {
          doubt = value;
        }
      }
    }
    List<Region> regions = Region.of(List.of(part), part.names());
    doubt = regions.isEmpty() ? TOO_MANY_PATTERNS : doubt;
    for (Region region : regions) {
      int missing = part.min() - members.size();
      Answer value =
          missing <= 0 ? Empty.EMPTY : inclusion.ask(region.value(schemas, part), List.of());
      if (value instanceof Inhabited inhabited) {
        StringSet left = region.names().and(StringSet.of(members.keySet()).not());
        List<String> names = many(left, missing);
        names.forEach(name -> members.put(name, inhabited.value()));
        if (names.size() < missing
            && left.and(StringSet.of(names).not()).emptiness() != Emptiness.EMPTY) {
          doubt = new Unknown("no object with " + part.min() + " properties was found");
        }
      } else if (value instanceof Unknown) {
        doubt = value;
      }
    }
    return members.size() >= part.min() ? new Inhabited(ObjectNode.of(members)) : doubt;
  }

  private static List<String> many(StringSet names, int count) {
    int written = Math.min(count, 1000);
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= written; i++) {
      String name = "extra" + i;
      if (names.contains(name) == Tri.YES) {
        many.add(name);
      }
    }
    return many.size() < written ? names.samples(written) : many;
  }
}
