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
import java.util.TreeSet;

/** Makes a smallest object of a part, or shows that there is none. */
final class ObjectBuilder {

  /* Names for members that no schema names. */
  private static final List<String> FRESH = List.of("extra", "other", "more", "unknown");
  private static final int NAMES = 4;
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
    Map<String, Node> members = new LinkedHashMap<>();
    Answer doubt = Empty.EMPTY;
    for (String name : part.required()) {
      Answer value = inclusion.ask(part.value(schemas, name), List.of());
      if (value instanceof Empty) {
        return value; // no object has this member, so none is in the part
      }
      if (value instanceof Inhabited inhabited) {
        members.put(name, inhabited.value());
      } else {
        doubt = value;
      }
    }
    if (doubt instanceof Unknown) {
      return doubt;
    }
    for (Exists exists : part.exists()) {
      Answer added = provide(part, exists, members);
      if (!(added instanceof Inhabited)) {
        return added;
      }
    }
    return fill(part, members);
  }

  /* Some member must have such a name and such a value: one that is there, a declared one, or a new one. */
  private Answer provide(ObjectPart part, Exists exists, Map<String, Node> members) {
    for (Map.Entry<String, Node> member : members.entrySet()) {
      if (exists.names().contains(member.getKey()) == Tri.YES
          && inclusion.accepts(exists.value(), member.getValue()) == Tri.YES) {
        return new Inhabited(member.getValue());
      }
    }
    Set<String> declared = part.names();
    Answer answer = Empty.EMPTY;
    List<String> candidates = new ArrayList<>(declared);
    candidates.removeIf(name -> exists.names().contains(name) == Tri.NO);
    List<Region> regions = Region.of(List.of(part), declared);
    if (regions.isEmpty()) {
      answer = TOO_MANY_PATTERNS;
    }
    Set<String> taken = new TreeSet<>(declared);
    taken.addAll(members.keySet());
    for (Region region : regions) {
      StringSet names = region.names().and(exists.names());
      List<String> fresh = fresh(names, taken);
      candidates.addAll(fresh);
      if (fresh.isEmpty()
          && names.emptiness() != Emptiness.EMPTY
          && region.value(schemas, part) != Schemas.NONE) {
        answer = new Unknown("no name was found for an undeclared property");
      }
    }
    for (String name : candidates) {
      if (members.containsKey(name) && !part.required().contains(name)) {
        answer = new Unknown("two properties are wanted of one name");
        continue;
      }
      Answer value =
          inclusion.ask(schemas.and(part.value(schemas, name), exists.value()), List.of());
      if (value instanceof Inhabited inhabited) {
        members.put(name, inhabited.value());
        return value;
      }
      answer = value instanceof Unknown ? value : answer;
    }
    return answer;
  }

  private static List<String> fresh(StringSet names, Set<String> taken) {
    List<String> fresh = new ArrayList<>();
    for (String name : FRESH) {
      if (!taken.contains(name) && names.contains(name) == Tri.YES) {
        fresh.add(name);
        return fresh;
      }
    }
    fresh.addAll(names.samples(NAMES));
    fresh.removeAll(taken);
    return fresh;
  }

  /* Up to the least number of members: declared names first, then new ones. */
  private Answer fill(ObjectPart part, Map<String, Node> members) {
    if (members.size() > part.max()) {
      return part.exists().isEmpty()
          ? Empty.EMPTY
          : new Unknown("no object small enough was found");
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
    boolean closed = !regions.isEmpty();
    for (Region region : regions) {
      Schema schema = region.value(schemas, part);
      Answer value = inclusion.ask(schema, List.of());
      if (value instanceof Inhabited inhabited) {
        closed = false;
        for (String name : many(region.names(), part.min() - members.size())) {
          members.putIfAbsent(name, inhabited.value());
        }
      } else if (value instanceof Unknown) {
        doubt = value;
      }
    }
    if (members.size() >= part.min()) {
      return new Inhabited(ObjectNode.of(members));
    }
    return closed && doubt instanceof Empty && part.exists().isEmpty()
        ? Empty.EMPTY
        : new Unknown("no object with " + part.min() + " properties was found");
  }

  private static List<String> many(StringSet names, int count) {
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= Math.min(count, 1000); i++) {
      String name = "extra" + i;
      if (names.contains(name) == Tri.YES) {
        many.add(name);
      }
    }
    if (many.size() < count) {
      many.addAll(names.samples(Math.min(count, 1000)));
    }
    return many.subList(0, Math.min(many.size(), count));
  }
}
