package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A nondeterministic automaton over code points for one regular expression. Besides reading a
 * character, an edge may be free or require something of its place.
 */
final class Nfa {

  /** Past this, counted repetition is not written out. */
  private static final int MAX_STATES = 40_000;

  private static final int MAX_SETS = 2_000;

  /** What an edge asks; null sets and places are absent. */
  record Edge(int target, int set, Syntax.Place.@Nullable Kind place, int look) {
    boolean reads() {
      return set >= 0;
    }

    boolean isFree() {
      return set < 0 && place == null && look < 0;
    }
  }

  /** What {@link Edge#look} refers to. */
  record Lookaround(Nfa automaton, boolean ahead, boolean holds) {}

  private final List<List<Edge>> edges;
  private final int end;
  private final boolean suffixFree;
  private final List<Lookaround> lookarounds;
  private final boolean usesWords;
  private final boolean usesStart;
  private final Alphabet alphabet;

  private Nfa(Builder builder, int end, boolean suffixFree) {
    this.edges = builder.edges;
    this.end = end;
    this.suffixFree = suffixFree;
    this.lookarounds = builder.lookarounds;
    this.usesWords = builder.usesWords;
    this.usesStart = builder.usesStart;
    this.alphabet = builder.alphabet;
  }

  /**
   * The strings in which the expression is found.
   *
   * @throws WorkExceeded if it would be too large
   */
  static Nfa search(Syntax expression) {
    Alphabet alphabet = new Alphabet();
    Nfa nfa = compile(expression, alphabet, !expression.atStart(), true);
    alphabet.close();
    return nfa;
  }

  private static Nfa compile(
      Syntax expression, Alphabet alphabet, boolean prefixFree, boolean suffixFree) {
    Builder builder = new Builder(alphabet);
    int start = builder.state();
    if (prefixFree) {
      builder.edges.get(start).add(new Edge(start, alphabet.index(CodePoints.ANY), null, -1));
    }
    int end = expression.compile(builder, start);
    return new Nfa(builder, end, suffixFree);
  }

  int size() {
    return edges.size();
  }

  List<Edge> edges(int state) {
    return edges.get(state);
  }

  boolean isEnd(int state) {
    return state == end;
  }

  /** Whether anything may follow what was matched. */
  boolean suffixFree() {
    return suffixFree;
  }

  List<Lookaround> lookarounds() {
    return lookarounds;
  }

  boolean usesWords() {
    return usesWords;
  }

  boolean usesStart() {
    return usesStart;
  }

  Partition partition() {
    return Objects.requireNonNull(alphabet.partition);
  }

  boolean reads(Edge edge, int symbol) {
    return alphabet.members.get(edge.set()).get(symbol);
  }

  boolean isWord(int symbol) {
    return alphabet.members.get(alphabet.index(CodePoints.WORD)).get(symbol);
  }

  /** The sets of an expression and of all lookarounds inside it. */
  static final class Alphabet {

    private final Map<CodePoints, Integer> sets = new LinkedHashMap<>();
    private final List<BitSet> members = new ArrayList<>();
    private @Nullable Partition partition;

    private int index(CodePoints set) {
      Integer index = sets.putIfAbsent(set, sets.size());
      if (sets.size() > MAX_SETS) {
        throw new WorkExceeded("too many sets of characters");
      }
      return index == null ? sets.size() - 1 : index;
    }

    private void close() {
      Partition cut = Partition.of(List.copyOf(sets.keySet()));
      sets.keySet().forEach(set -> members.add(cut.symbols(set)));
      partition = cut;
    }
  }

  /** An automaton in the making. */
  static final class Builder {

    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<Lookaround> lookarounds = new ArrayList<>();
    private final Alphabet alphabet;
    private boolean usesWords;
    private boolean usesStart;

    private Builder(Alphabet alphabet) {
      this.alphabet = alphabet;
    }

    int state() {
      if (edges.size() == MAX_STATES) {
        throw new WorkExceeded("too many states");
      }
      edges.add(new ArrayList<>(2));
      return edges.size() - 1;
    }

    private int edge(int from, int set, Syntax.Place.@Nullable Kind place, int look) {
      int to = state();
      edges.get(from).add(new Edge(to, set, place, look));
      return to;
    }

    void skip(int from, int to) {
      edges.get(from).add(new Edge(to, -1, null, -1));
    }

    int read(int from, CodePoints set) {
      return edge(from, alphabet.index(set), null, -1);
    }

    int require(int from, Syntax.Place.Kind place) {
      if (place == Syntax.Place.Kind.START) {
        usesStart = true;
      } else if (place != Syntax.Place.Kind.END) {
        usesWords = true;
        alphabet.index(CodePoints.WORD);
      }
      return edge(from, -1, place, -1);
    }

    int look(int from, Syntax.Look look) {
      Nfa automaton =
          compile(look.body(), alphabet, !look.ahead() && !look.body().atStart(), look.ahead());
      if (automaton.lookarounds.stream().anyMatch(inner -> inner.ahead() != look.ahead())) {
        throw new WorkExceeded("lookahead and lookbehind inside each other");
      }
      usesWords |= automaton.usesWords;
      usesStart |= automaton.usesStart;
      lookarounds.add(new Lookaround(automaton, look.ahead(), look.holds()));
      return edge(from, -1, null, lookarounds.size() - 1);
    }
  }
}
