package dev.steadfast.domain;

import dev.steadfast.domain.Threads.Obligation;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A pattern as a deterministic machine: subsets of the states of its automaton. */
final class PatternMachine implements Machine {

  /*
   * A state is the array {before, one state per lookbehind, threads...}. `before` says what kind of
   * character was read last. A lookbehind's machine runs along from the start of the string, a
   * lookahead's from where a thread met it until it is certain or the string ends.
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
  private final Threads threads;
  private final FreeEdges freeEdges;
  private final List<int @Nullable []> steps = new ArrayList<>();

  PatternMachine(Nfa nfa, Work work) {
    this.nfa = nfa;
    this.work = work;
    lookarounds =
        nfa.lookarounds().stream()
            .map(look -> new PatternMachine(look.automaton(), work))
            .toArray(PatternMachine[]::new);
    behinds = (int) nfa.lookarounds().stream().filter(look -> !look.ahead()).count();
    threads = new Threads(nfa.size());
    freeEdges = new FreeEdges(nfa, work);
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
    if (reach.size == 0) {
      return DEAD;
    }
    if (nfa.suffixFree() && reach.plainEnd) {
      return FULL;
    }
    int[] values = new int[1 + behinds + reach.size];
    values[0] = nfa.usesWords() || (nfa.usesStart() && before == AT_START) ? before : OTHER;
    int next = 1;
    for (int look = 0; look < trackers.length; look++) {
      if (isBehind(look)) {
        values[next++] = trackers[look];
      }
    }
    System.arraycopy(reach.numbers, 0, values, next, reach.size);
    Arrays.sort(values, next, values.length);
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
    work.spend(here.size);
    for (int i = 0; i < here.size; i++) {
      int from = threads.stateOf(here.numbers[i]);
      List<Obligation> obligations = advance(threads.obligationsOf(here.numbers[i]), symbol);
      if (obligations == null) {
        continue;
      }
      if (nfa.suffixFree() && nfa.isEnd(from)) {
        after.add(from, obligations);
      }
      for (Nfa.Edge edge : nfa.edges(from)) {
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
    return Threads.sorted(left);
  }

  @Override
  public boolean accepts(int state) {
    return accepts(state, AT_END);
  }

  private boolean accepts(int state, int next) {
    if (state <= FULL) {
      return state == FULL;
    }
    Reach here = resolve(states.get(state).array(), next);
    return Arrays.stream(here.numbers, 0, here.size)
        .anyMatch(
            thread ->
                nfa.isEnd(threads.stateOf(thread))
                    && threads.obligationsOf(thread).stream().allMatch(this::isKept));
  }

  private boolean isKept(Obligation obligation) {
    return lookarounds[obligation.look()].accepts(obligation.state())
        == nfa.lookarounds().get(obligation.look()).holds();
  }

  /** The threads of a state with those that pass a requirement, given what comes next. */
  private Reach resolve(int[] values, int next) {
    Reach reach = new Reach();
    for (int i = 1 + behinds; i < values.length; i++) {
      reach.addThread(values[i]);
    }
    reach.pass(values, next);
    return reach;
  }

  /** A set of threads in the making, closed under free edges. */
  private final class Reach {

    private int[] numbers = new int[8];
    private int size;
    private final BitSet members = new BitSet();
    private boolean plainEnd;

    void add(int state, List<Obligation> obligations) {
      int[] closure = freeEdges.from(state);
      work.spend(closure.length);
      for (int member : closure) {
        addThread(threads.of(member, obligations));
      }
    }

    void addThread(int thread) {
      if (members.get(thread)) {
        return;
      }
      members.set(thread);
      numbers = size == numbers.length ? Arrays.copyOf(numbers, size * 2) : numbers;
      numbers[size++] = thread;
      plainEnd |= thread < nfa.size() && nfa.isEnd(thread);
    }

    void pass(int[] values, int next) {
      for (int i = 0; i < size; i++) {
        int thread = numbers[i];
        for (Nfa.Edge edge : nfa.edges(threads.stateOf(thread))) {
          if (edge.place() != null) {
            if (holds(edge.place(), values[0], next)) {
              add(edge.target(), threads.obligationsOf(thread));
            }
          } else if (edge.look() >= 0) {
            look(edge, threads.obligationsOf(thread), values, next);
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

    private void look(Nfa.Edge edge, List<Obligation> obligations, int[] values, int next) {
      Nfa.Lookaround look = nfa.lookarounds().get(edge.look());
      PatternMachine machine = lookarounds[edge.look()];
      if (!look.ahead()) {
        if (machine.accepts(values[tracker(edge.look())], next) == look.holds()) {
          add(edge.target(), obligations);
        }
        return;
      }
      int start = machine.start(values[0]);
      if (start > FULL) {
        List<Obligation> more = new ArrayList<>(obligations);
        more.add(new Obligation(edge.look(), start));
        add(edge.target(), Threads.sorted(more));
      } else if ((start == FULL) == look.holds()) {
        add(edge.target(), obligations);
      }
    }

    private int tracker(int look) {
      return 1 + (int) IntStream.range(0, look).filter(PatternMachine.this::isBehind).count();
    }
  }
}
