package dev.steadfast.schema;

import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ObjectPart.Exists;
import dev.steadfast.schema.ObjectPart.Layer;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks, for one question, for an object in a part and outside of others. What P has outside of Q
 * is the union of its pieces, each P with one constraint of Q broken: so P lies within Q₁ ∪ Q₂ …
 * when every piece of P against Q₁ lies within Q₂ ….
 */
final class ObjectSearch {

  /* Of so many alternatives, a smallest object is tried before they are taken apart. */
  private static final int MANY = 4;

  /* Of so many alternatives, what two of them share is looked at. */
  private static final int SHARED = 8;

  private final Inclusion inclusion;
  private final Schemas schemas;
  private final ObjectBuilder builder;
  private final Budget budget = new Budget();
  private final Map<List<Schema>, Map<Schema, Boolean>> leftOut = new IdentityHashMap<>();

  ObjectSearch(Inclusion inclusion) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
    this.builder = new ObjectBuilder(inclusion);
  }

  Answer outside(List<ObjectPart> in, List<ObjectPart> out, Predicate<Node> holds) {
    Answer answer = Empty.EMPTY;
    for (ObjectPart part : withShared(in, out)) {
      List<ObjectPart> others = with(out, part.not());
      ObjectPart fresh = freshNamesOnly(part, others);
      Answer found = Empty.EMPTY;
      if (others.size() > MANY) {
        found = candidate(Tags.required(fresh), holds);
        found = found instanceof Inhabited ? found : candidate(fresh, holds);
      }
      if (!(found instanceof Inhabited)) {
        found = search(fresh, others);
      }
      if (found instanceof Inhabited) {
        return found;
      }
      answer = found instanceof Unknown && answer instanceof Empty ? found : answer;
    }
    return answer;
  }

  /* What lies in an excluded schema is outside too. */
  private List<ObjectPart> with(List<ObjectPart> others, List<Schema> excluded) {
    List<ObjectPart> all = new ArrayList<>(others);
    for (Schema schema : excluded) {
      all.addAll(inclusion.shaper().shape(schema, Bound.LOWER).objects());
    }
    return all;
  }

  private Answer candidate(ObjectPart part, Predicate<Node> holds) {
    Answer built = builder.build(part, budget);
    return built instanceof Inhabited inhabited && holds.test(inhabited.value())
        ? built
        : Empty.EMPTY;
  }

  /* An open object of a message carries no name that only the other side declares. */
  private ObjectPart freshNamesOnly(ObjectPart part, List<ObjectPart> others) {
    if (!inclusion.undeclaredNamesAreFresh()) {
      return part;
    }
    Map<String, Schema> absent = new HashMap<>();
    for (ObjectPart other : others) {
      for (String name : other.names()) {
        if (part.leavesOpen(name)) {
          absent.put(name, Schemas.NONE);
        }
      }
    }
    return absent.isEmpty()
        ? part
        : part.with(new Layer(Map.copyOf(absent), List.of(), Schemas.ANY));
  }

  /*
   * What is in two parts may carry the names that either declares. Parts that leave something out
   * are branches of which only one holds.
   */
  private List<ObjectPart> withShared(List<ObjectPart> in, List<ObjectPart> out) {
    if (!inclusion.undeclaredNamesAreFresh() || in.size() < 2 || in.size() > SHARED) {
      return in;
    }
    Set<String> names = new TreeSet<>();
    out.forEach(other -> names.addAll(other.names()));
    List<ObjectPart> all = new ArrayList<>(in);
    for (int i = 0; i < in.size(); i++) {
      for (ObjectPart other : in.subList(i + 1, in.size())) {
        if (addsTo(in.get(i), other, names) && addsTo(other, in.get(i), names)) {
          all.add(in.get(i).and(other));
        }
      }
    }
    return all;
  }

  private static boolean addsTo(ObjectPart part, ObjectPart other, Set<String> names) {
    return part.not().isEmpty()
        && !part.isApartFrom(other)
        && other.names().stream().anyMatch(name -> names.contains(name) && part.leavesOpen(name));
  }

  private Answer search(ObjectPart part, List<ObjectPart> others) {
    if (budget.spent()) {
      return Budget.exceeded();
    }
    List<ObjectPart> best = List.of();
    ObjectPart chosen = null;
    List<ObjectPart> near = new ArrayList<>();
    for (ObjectPart other : others) {
      if (part.isApartFrom(other)) {
        continue;
      }
      if (budget.spent()) {
        return Budget.exceeded();
      }
      List<ObjectPart> pieces = pieces(part, other);
      if (pieces.isEmpty() && excluded(part, other).isEmpty()) {
        return Empty.EMPTY;
      }
      near.add(other);
      if (chosen == null || pieces.size() < best.size()) {
        best = pieces;
        chosen = other;
      }
    }
    if (chosen == null) {
      return builder.build(part, budget);
    }
    near.remove(chosen);
    List<ObjectPart> all = new ArrayList<>(best);
    all.addAll(excluded(part, chosen));
    Answer answer = Empty.EMPTY;
    for (ObjectPart piece : all) {
      if (piece.plainlyEmpty()) {
        continue;
      }
      List<Schema> more = new ArrayList<>(piece.not());
      more.removeAll(part.not());
      List<ObjectPart> left = more.isEmpty() ? near : with(near, more);
      Answer found = left.isEmpty() ? builder.build(piece, budget) : search(piece, left);
      if (found instanceof Inhabited) {
        return found;
      }
      answer = found instanceof Unknown && answer instanceof Empty ? found : answer;
    }
    return answer;
  }

  /**
   * The part with one constraint of the other broken, in each way that is not plainly impossible.
   */
  private List<ObjectPart> pieces(ObjectPart part, ObjectPart other) {
    List<ObjectPart> pieces = new ArrayList<>();
    for (String name : other.required()) {
      if (!part.required().contains(name)) {
        pieces.add(part.with(name, Schemas.NONE));
      }
    }
    boolean free = other.leavesUndeclaredFree();
    Set<String> names = other.names();
    if (!free) {
      names.addAll(part.names());
    }
    for (String name : names) {
      Schema theirs = other.value(schemas, name);
      if (theirs == Schemas.ANY) {
        continue;
      }
      Schema mine = part.value(schemas, name);
      if (mine == Schemas.NONE || inclusion.ask(mine, List.of(theirs)) instanceof Empty) {
        continue;
      }
      pieces.add(part.requiring(name).with(name, schemas.not(theirs)));
    }
    if (!free) {
      undeclared(part, other, names, pieces);
    }
    if (other.min() > part.min() && other.min() > part.required().size()) {
      pieces.add(part.sized(0, other.min() - 1));
    }
    if (other.max() < part.max()) {
      pieces.add(part.sized(other.max() + 1, Integer.MAX_VALUE));
    }
    for (Exists exists : other.exists()) {
      if (part.exists().stream().noneMatch(exists::equals)) {
        pieces.add(
            part.with(
                new Layer(
                    Map.of(),
                    List.of(new ObjectPart.Pattern(exists.names(), schemas.not(exists.value()))),
                    Schemas.ANY)));
      }
    }
    return pieces;
  }

  /* A name that neither names: what each says of it depends on which patterns it matches. */
  private void undeclared(
      ObjectPart part, ObjectPart other, Set<String> names, List<ObjectPart> pieces) {
    List<Region> regions = Region.of(List.of(part, other), names);
    if (regions.isEmpty()) {
      pieces.add(part); // too many to tell apart: nothing is known to be covered
    }
    for (Region region : regions) {
      Schema theirs = region.value(schemas, other);
      Schema mine = region.value(schemas, part);
      if (theirs == Schemas.ANY
          || mine == Schemas.NONE
          || inclusion.ask(mine, List.of(theirs)) instanceof Empty) {
        continue;
      }
      pieces.add(part.having(new Exists(region.names(), schemas.and(mine, schemas.not(theirs)))));
    }
  }

  /* The part within what the other leaves out. */
  private List<ObjectPart> excluded(ObjectPart part, ObjectPart other) {
    List<ObjectPart> pieces = new ArrayList<>();
    for (Schema excluded : other.not()) {
      if (leavesOut(part, excluded)) {
        continue;
      }
      for (ObjectPart overlap : inclusion.shaper().shape(excluded, Bound.UPPER).objects()) {
        if (!part.isApartFrom(overlap)) {
          ObjectPart both = freshNamesOnly(part, List.of(overlap)).and(overlap);
          if (!both.plainlyEmpty()) {
            pieces.add(both);
          }
        }
      }
    }
    return pieces;
  }

  /* Asked again for every piece of a part: the pieces share the list. */
  private boolean leavesOut(ObjectPart part, Schema excluded) {
    return leftOut
        .computeIfAbsent(part.not(), key -> new HashMap<>())
        .computeIfAbsent(excluded, key -> isOneOf(part.not(), key));
  }

  private boolean isOneOf(List<Schema> own, Schema excluded) {
    for (Schema other : own) {
      if (inclusion.same(excluded, other)) {
        return true;
      }
    }
    for (Schema other : own) {
      if ((own.size() <= MANY || sameName(excluded, other))
          && inclusion.ask(excluded, List.of(other)) instanceof Empty) {
        return true;
      }
    }
    return false;
  }

  /* Of many alternatives, only the one of the same name is likely to hold another. */
  private static boolean sameName(Schema one, Schema other) {
    return one instanceof Schema.Located left
        && other instanceof Schema.Located right
        && left.name().equals(right.name());
  }
}
