package dev.steadfast.schema;

import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ArrayPart.Repetition;
import dev.steadfast.schema.ItemKinds.Kind;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a shortest array whose items may be equal, or where some two must be, or shows that there
 * is none. With one more item at a time, all counts that can be reached are kept.
 */
final class ArrayFilling {

  private static final int STATES = 20_000;

  private final Inclusion inclusion;
  private final ArrayPart part;
  private final ItemKinds kinds;
  private final boolean repeats;

  /**
   * What matters of the items so far.
   *
   * @param once one of two items that are to be equal; null before it
   * @param twice the value of both; null before the second
   */
  private record State(List<Integer> counts, @Nullable Kind once, @Nullable Node twice) {}

  /** How a state was reached first: by an item after another state. */
  private record Step(State state, @Nullable Step before, @Nullable Node item, boolean marked) {}

  ArrayFilling(Inclusion inclusion, ArrayPart part) {
    this.inclusion = inclusion;
    this.part = part;
    this.kinds = new ItemKinds(inclusion, part);
    this.repeats = part.repetition() == Repetition.REQUIRED;
  }

  Answer answer() {
    if (kinds.tooMany()) {
      return ArrayBuilder.TOO_MANY;
    }
    List<Step> row =
        List.of(new Step(new State(kinds.nothingYet(), null, null), null, null, false));
    long longest = kinds.longest(repeats ? 2 : 0);
    int seen = 0;
    for (int length = 0; ; length++) {
      for (Step step : row) {
        boolean enough = !repeats || step.state.twice != null;
        if (length >= part.min() && enough && kinds.areEnough(step.state.counts)) {
          return new Inhabited(array(step));
        }
      }
      seen += row.size();
      if (length >= longest || row.isEmpty()) {
        return kinds.doubt();
      }
      if (seen > STATES) {
        return ArrayBuilder.TOO_MANY;
      }
      row = next(row, length);
    }
  }

  private List<Step> next(List<Step> row, int index) {
    Map<State, Step> next = new LinkedHashMap<>();
    for (Step step : row) {
      for (Kind kind : kinds.at(index)) {
        List<Integer> counts = kinds.counts(step.state.counts, kind);
        if (counts != null) {
          State same = new State(counts, step.state.once, step.state.twice);
          next.putIfAbsent(same, new Step(same, step, kind.example(), false));
          if (repeats && step.state.twice == null) {
            mark(step, kind, counts, next);
          }
        }
      }
    }
    return List.copyOf(next.values());
  }

  /* Takes the item as one of the two that are equal. */
  private void mark(Step step, Kind kind, List<Integer> counts, Map<State, Step> next) {
    Kind once = step.state.once;
    if (once == null) {
      State first = new State(counts, kind, null);
      next.putIfAbsent(first, new Step(first, step, kind.example(), true));
      return;
    }
    Answer equal = inclusion.ask(inclusion.schemas().and(once.values(), kind.values()), List.of());
    if (equal instanceof Inhabited inhabited) {
      State second = new State(counts, once, inhabited.value());
      next.putIfAbsent(second, new Step(second, step, inhabited.value(), true));
    } else if (equal instanceof Unknown) {
      kinds.doubt(equal);
    }
  }

  private static ArrayNode array(Step last) {
    List<Node> items = new ArrayList<>();
    Node equal = last.state.twice;
    for (Step step = last; step != null; step = step.before) {
      Node item = step.item;
      if (item != null) {
        items.add(step.marked && equal != null ? equal : item);
      }
    }
    Collections.reverse(items);
    return ArrayNode.of(items);
  }
}
