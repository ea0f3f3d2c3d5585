package dev.steadfast.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Numbers for the threads of a pattern. A thread is a state of the automaton, or, once it passed a
 * lookahead, a state with obligations: states of the lookaheads' own machines. Those have numbers
 * after the states of the automaton.
 */
final class Threads {

  private final int plain;
  private final Ids<Strand> strands = new Ids<>();

  /**
   * What a lookahead still asks.
   *
   * @param state of the lookahead's own machine
   */
  record Obligation(int look, int state) {}

  /** A thread that has obligations. */
  private record Strand(int state, List<Obligation> obligations) {}

  /** With as many threads without obligations as the automaton has states. */
  Threads(int plain) {
    this.plain = plain;
  }

  int of(int state, List<Obligation> obligations) {
    return obligations.isEmpty() ? state : plain + strands.of(new Strand(state, obligations));
  }

  int stateOf(int thread) {
    return thread < plain ? thread : strands.get(thread - plain).state();
  }

  List<Obligation> obligationsOf(int thread) {
    return thread < plain ? List.of() : strands.get(thread - plain).obligations();
  }

  /** The same obligations always in the same way. */
  static List<Obligation> sorted(List<Obligation> obligations) {
    return obligations.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Obligation::look).thenComparingInt(Obligation::state))
        .toList();
  }
}
