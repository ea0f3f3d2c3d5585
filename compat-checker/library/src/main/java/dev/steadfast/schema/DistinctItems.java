package dev.steadfast.schema;

import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ItemKinds.Kind;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a shortest array no two items of which are equal, or shows that there is none. */
final class DistinctItems {

  /* So many values of a kind are asked for one by one. */
  private static final int ASKED = 20;

  private final Inclusion inclusion;
  private final Schemas schemas;
  private final ArrayPart part;
  private final ItemKinds kinds;
  private final Budget budget;
  private final Map<Kind, List<Node>> values = new HashMap<>();

  DistinctItems(Inclusion inclusion, ArrayPart part, Budget budget) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
    this.part = part;
    this.kinds = new ItemKinds(inclusion, part);
    this.budget = budget;
  }

  Answer answer() {
    if (kinds.tooMany()) {
      return ArrayBuilder.TOO_MANY;
    }
    long longest = kinds.longest(0);
    if (longest > ArrayBuilder.ITEMS) {
      return ArrayBuilder.TOO_MANY;
    }
    for (int length = part.min(); length <= longest; length++) {
      values.clear();
      List<Node> items = choose(new ArrayList<>(), length, kinds.nothingYet(), 0);
      if (items != null) {
        return new Inhabited(ArrayNode.of(items));
      }
      if (kinds.doubt() instanceof Unknown) {
        break;
      }
    }
    return kinds.doubt();
  }

  /* After the prefix the order of items does not matter, so kinds come in theirs. */
  private @Nullable List<Node> choose(
      List<Kind> chosen, int length, List<Integer> counts, int first) {
    if (budget.spent()) {
      kinds.doubt(Budget.exceeded());
      return null;
    }
    int index = chosen.size();
    if (index == length) {
      return kinds.areEnough(counts) ? assign(chosen) : null;
    }
    List<Kind> possible = kinds.at(index);
    boolean ordered = index > part.prefix().size();
    for (int i = ordered ? first : 0; i < possible.size(); i++) {
      List<Integer> more = kinds.counts(counts, possible.get(i));
      if (more != null) {
        chosen.add(possible.get(i));
        List<Node> items = choose(chosen, length, more, i);
        chosen.remove(index);
        if (items != null) {
          return items;
        }
      }
    }
    return null;
  }

  /* A kind that has a value for every item has one left in the end; the others are matched. */
  private @Nullable List<Node> assign(List<Kind> chosen) {
    Map<Node, Integer> taken = new LinkedHashMap<>();
    for (int i = 0; i < chosen.size(); i++) {
      boolean scarce = values(chosen.get(i), chosen.size()).size() < chosen.size();
      if (scarce && !take(i, chosen, taken, new LinkedHashSet<>())) {
        return null;
      }
    }
    for (int i = 0; i < chosen.size(); i++) {
      if (!taken.containsValue(i)) {
        for (Node value : values(chosen.get(i), chosen.size())) {
          if (taken.putIfAbsent(value, i) == null) {
            break;
          }
        }
      }
    }
    Node[] items = new Node[chosen.size()];
    taken.forEach((value, index) -> items[index] = value);
    return List.of(items);
  }

  /* An augmenting path: who holds a value takes another. */
  private boolean take(int item, List<Kind> chosen, Map<Node, Integer> taken, Set<Node> tried) {
    for (Node value : values(chosen.get(item), chosen.size())) {
      if (tried.add(value)) {
        Integer holder = taken.get(value);
        if (holder == null || take(holder, chosen, taken, tried)) {
          taken.put(value, item);
          return true;
        }
      }
    }
    return false;
  }

  /** All values of a kind, or as many as asked for. */
  private List<Node> values(Kind kind, int enough) {
    List<Node> known = values.get(kind);
    if (known == null) {
      Set<Node> found = new LinkedHashSet<>();
      found.add(kind.example());
      if (enough > 1) {
        sample(kind.values(), enough, found);
      }
      ask(kind.values(), enough, found);
      known = List.copyOf(found);
      values.put(kind, known);
    }
    return known;
  }

  private void sample(Schema kind, int enough, Set<Node> found) {
    Shape shape = inclusion.shaper().shape(kind, Bound.UPPER);
    List<Node> samples = new ArrayList<>();
    shape.numbers().samples(enough).forEach(number -> samples.add(NumberNode.of(number)));
    shape.strings().samples(enough).forEach(string -> samples.add(StringNode.of(string)));
    for (Node sample : samples) {
      if (found.size() < enough && inclusion.accepts(kind, sample) == Tri.YES) {
        found.add(sample);
      }
    }
  }

  private void ask(Schema kind, int enough, Set<Node> found) {
    for (int i = 0; found.size() < enough; i++) {
      List<Schema> others = new ArrayList<>();
      found.forEach(value -> others.add(schemas.constant(value)));
      Answer another = i < ASKED ? inclusion.ask(kind, others) : ArrayBuilder.TOO_MANY;
      if (another instanceof Inhabited inhabited) {
        found.add(inhabited.value());
      } else {
        kinds.doubt(another instanceof Unknown ? another : kinds.doubt());
        return;
      }
    }
  }
}
