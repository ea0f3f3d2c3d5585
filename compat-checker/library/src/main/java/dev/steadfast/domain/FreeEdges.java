package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For each state of an automaton, the states that matter behind free edges: ends, and those with an
 * edge that is not free. Each is computed once.
 */
final class FreeEdges {

  private final Nfa nfa;
  private final Work work;
  private final int[] @Nullable [] closures;

  FreeEdges(Nfa nfa, Work work) {
    this.nfa = nfa;
    this.work = work;
    this.closures = new int[nfa.size()][];
  }

  /** Sorted. */
  int[] from(int state) {
    int[] known = closures[state];
    if (known == null) {
      known = compute(state);
      closures[state] = known;
    }
    return known;
  }

  private int[] compute(int state) {
    BitSet seen = new BitSet();
    BitSet matter = new BitSet();
    List<Integer> open = new ArrayList<>(List.of(state));
    seen.set(state);
    while (!open.isEmpty()) {
      int current = open.remove(open.size() - 1);
      work.spend(1);
      if (nfa.isEnd(current)) {
        matter.set(current);
      }
      for (Nfa.Edge edge : nfa.edges(current)) {
        if (!edge.isFree()) {
          matter.set(current);
        } else if (!seen.get(edge.target())) {
          seen.set(edge.target());
          open.add(edge.target());
        }
      }
    }
    return matter.stream().toArray();
  }
}
