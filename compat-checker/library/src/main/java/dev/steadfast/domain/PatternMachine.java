package dev.steadfast.domain;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A pattern as a deterministic machine: subsets of the states of its automaton. */
final class PatternMachine implements Machine {

  /*
   * A state is the array {before, one state per lookbehind, threads...}. `before` says what kind of
   * character was read last. A thread is a state of the automaton, or, once it passed a lookahead, a
   * state with obligations: states of the lookaheads' own machines, which run along until they are
   * certain or the string ends. A lookbehind's machine runs along from the start of the string.
   */
  private static final int DEAD = 0;
  private static final int FULL = 1;

  private static final int AT_START = 0;
  private static final int WORD = 1;
  private static final int OTHER = 2;
  private static final int AT_END = 3;

  private final Nfa nfa;
  private final Work work;
  private final PatternMachine[] lookarounds;
  private final int behinds;
  private final Ids<IntBuffer> states = new Ids<>();
  private final Ids<Strand> threads = new Ids<>();
  private final List<int @Nullable []> steps = new ArrayList<>();

  private record Obligation(int look, int state) {}

  private record Strand(int state, List<Obligation> obligations) {}

  /** Numbers for things, in order of appearance. */
  private static final class Ids<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    int of(T thing) {
      Integer known = numbers.putIfAbsent(thing, things.size());
      if (known == null) {
        things.add(thing);
        return things.size() - 1;
      }
      return known;
    }

    T get(int number) {
      return things.get(number);
    }
  }

  PatternMachine(Nfa nfa, Work work) {
    this.nfa = nfa;
    this.work = work;
    lookarounds =
        nfa.lookarounds().stream()
            .map(look -> new PatternMachine(look.automaton(), work))
            .toArray(PatternMachine[]::new);
    behinds = (int) nfa.lookarounds().stream().filter(look -> !look.ahead()).count();
    states.of(IntBuffer.wrap(new int[] {-1}));
    states.of(IntBuffer.wrap(new int[] {-2}));
    steps.add(null);
    steps.add(null);
  }

  @Override
  public Partition partition() {
    return nfa.partition();
  }

  @Override
  public int start() {
    return start(AT_START);
  }

  @Override
  public boolean isDead(int state) {
    return state == DEAD;
  }

  @Override
  public boolean isFull(int state) {
    return state == FULL;
  }

  private int start(int before) {
    int[] trackers = new int[lookarounds.length];
    for (int look = 0; look < lookarounds.length; look++) {
      trackers[look] = isBehind(look) ? lookarounds[look].start() : -1;
    }
    Reach reach = new Reach();
    reach.add(0, List.of());
    return state(before, trackers, reach);
  }

  private boolean isBehind(int look) {
    return !nfa.lookarounds().get(look).ahead();
  }

  private int state(int before, int[] trackers, Reach reach) {
    if (reach.threads.isEmpty()) {
      return DEAD;
    }
    if (nfa.suffixFree() && reach.plainEnd) {
      return FULL;
    }
    int[] values = new int[1 + behinds + reach.threads.size()];
    values[0] = nfa.usesWords() || (nfa.usesStart() && before == AT_START) ? before : OTHER;
    int next = 1;
    for (int look = 0; look < trackers.length; look++) {
      if (isBehind(look)) {
        values[next++] = trackers[look];
      }
    }
    int[] sorted = reach.threads.keySet().stream().mapToInt(threads::of).sorted().toArray();
    System.arraycopy(sorted, 0, values, next, sorted.length);
    int state = states.of(IntBuffer.wrap(values));
    if (state == steps.size()) {
      steps.add(null);
    }
    return state;
  }

  @Override
  public int step(int state, int symbol) {
    if (state <= FULL) {
      return state;
    }
    int[] known = steps.get(state);
    if (known == null) {
      known = new int[partition().size()];
      Arrays.fill(known, -1);
      steps.set(state, known);
    }
    if (known[symbol] < 0) {
      known[symbol] = compute(states.get(state).array(), symbol);
    }
    return known[symbol];
  }

  private int compute(int[] values, int symbol) {
    int next = nfa.usesWords() && nfa.isWord(symbol) ? WORD : OTHER;
    Reach here = resolve(values, next);
    Reach after = new Reach();
    for (Strand thread : List.copyOf(here.threads.keySet())) {
      work.spend(1);
      List<Obligation> obligations = advance(thread.obligations(), symbol);
      if (obligations == null) {
        continue;
      }
      if (nfa.suffixFree() && nfa.isEnd(thread.state())) {
        after.add(thread.state(), obligations);
      }
      for (Nfa.Edge edge : nfa.edges(thread.state())) {
        if (edge.reads() && nfa.reads(edge, symbol)) {
          after.add(edge.target(), obligations);
        }
      }
    }
    int[] trackers = new int[lookarounds.length];
    int index = 1;
    for (int look = 0; look < lookarounds.length; look++) {
      if (isBehind(look)) {
        trackers[look] = lookarounds[look].step(values[index++], symbol);
      }
    }
    return state(next, trackers, after);
  }

  /** What is left to fulfil; null if one is broken. */
  private @Nullable List<Obligation> advance(List<Obligation> obligations, int symbol) {
    if (obligations.isEmpty()) {
      return obligations;
    }
    List<Obligation> left = new ArrayList<>();
    for (Obligation obligation : obligations) {
      int state = lookarounds[obligation.look()].step(obligation.state(), symbol);
      boolean holds = nfa.lookarounds().get(obligation.look()).holds();
      if (state == (holds ? DEAD : FULL)) {
        return null;
      }
      if (state > FULL) {
        left.add(new Obligation(obligation.look(), state));
      }
    }
    return sorted(left);
  }

  private static List<Obligation> sorted(List<Obligation> obligations) {
    return obligations.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Obligation::look).thenComparingInt(Obligation::state))
        .toList();
  }

  @Override
  public boolean accepts(int state) {
    return accepts(state, AT_END);
  }

  private boolean accepts(int state, int next) {
    if (state <= FULL) {
      return state == FULL;
    }
    for (Strand thread : resolve(states.get(state).array(), next).threads.keySet()) {
      if (nfa.isEnd(thread.state()) && thread.obligations().stream().allMatch(this::isKept)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKept(Obligation obligation) {
    return lookarounds[obligation.look()].accepts(obligation.state())
        == nfa.lookarounds().get(obligation.look()).holds();
  }

  /** The threads of a state with those that pass a requirement, given what comes next. */
  private Reach resolve(int[] values, int next) {
    Reach reach = new Reach();
    for (int i = 1 + behinds; i < values.length; i++) {
      Strand thread = threads.get(values[i]);
      reach.add(thread.state(), thread.obligations());
    }
    reach.pass(values, next);
    return reach;
  }

  /** A set of threads in the making, closed under free edges. */
  private final class Reach {

    private final Map<Strand, Boolean> threads = new LinkedHashMap<>();
    private final List<Strand> pending = new ArrayList<>();
    private final BitSet plain = new BitSet();
    private boolean plainEnd;

    void add(int state, List<Obligation> obligations) {
      List<Integer> open = new ArrayList<>(List.of(state));
      BitSet seen = obligations.isEmpty() ? plain : new BitSet();
      while (!open.isEmpty()) {
        int current = open.remove(open.size() - 1);
        if (seen.get(current)) {
          continue;
        }
        seen.set(current);
        work.spend(1);
        boolean matters = nfa.isEnd(current);
        for (Nfa.Edge edge : nfa.edges(current)) {
          if (edge.isFree()) {
            open.add(edge.target());
          } else {
            matters = true;
          }
        }
        if (matters) {
          Strand thread = new Strand(current, obligations);
          if (threads.putIfAbsent(thread, true) == null) {
            pending.add(thread);
          }
          plainEnd |= obligations.isEmpty() && nfa.isEnd(current);
        }
      }
    }

    void pass(int[] values, int next) {
      while (!pending.isEmpty()) {
        Strand thread = pending.remove(pending.size() - 1);
        for (Nfa.Edge edge : nfa.edges(thread.state())) {
          if (edge.place() != null) {
            if (holds(edge.place(), values[0], next)) {
              add(edge.target(), thread.obligations());
            }
          } else if (edge.look() >= 0) {
            look(edge, thread, values, next);
          }
        }
      }
    }

    private boolean holds(Syntax.Place.Kind place, int before, int next) {
      return switch (place) {
        case START -> before == AT_START;
        case END -> next == AT_END;
        case WORD_EDGE -> (before == WORD) != (next == WORD);
        case NO_WORD_EDGE -> (before == WORD) == (next == WORD);
      };
    }

    private void look(Nfa.Edge edge, Strand thread, int[] values, int next) {
      Nfa.Lookaround look = nfa.lookarounds().get(edge.look());
      PatternMachine machine = lookarounds[edge.look()];
      if (!look.ahead()) {
        if (machine.accepts(values[tracker(edge.look())], next) == look.holds()) {
          add(edge.target(), thread.obligations());
        }
        return;
      }
      int start = machine.start(values[0]);
      if (start > FULL) {
        List<Obligation> obligations = new ArrayList<>(thread.obligations());
        obligations.add(new Obligation(edge.look(), start));
        add(edge.target(), sorted(obligations));
      } else if ((start == FULL) == look.holds()) {
        add(edge.target(), thread.obligations());
      }
    }

    private int tracker(int look) {
      return 1 + (int) IntStream.range(0, look).filter(PatternMachine.this::isBehind).count();
    }
  }
}
