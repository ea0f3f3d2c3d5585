package dev.steadfast.domain;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strings that some machines accept and others refuse, as a graph that is walked breadth first:
 * a node is a state of every machine, an edge is one code point.
 */
final class Product {

  private static final int MAX_NODES = 40_000;

  private final List<Machine> machines;
  private final int wanted;
  private final Work work;
  private final List<Symbol> symbols;
  private final Map<IntBuffer, Integer> numbers = new HashMap<>();
  private final List<int[]> tuples = new ArrayList<>();
  private final List<int[]> edges = new ArrayList<>();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final BitSet accepting = new BitSet();

  /** How a node was met first: by a symbol from a node, after so many code points. */
  private record Arrival(int source, int symbol, int depth) {}

  /** A character class of the product: its number in each machine, and characters to write. */
  private record Symbol(List<Integer> own, List<Legible.Choice> choices) {}

  Product(List<Machine> wanted, List<Machine> refused, Work work) {
    this.wanted = wanted.size();
    this.work = work;
    machines = new ArrayList<>(wanted);
    machines.addAll(refused);
    symbols = symbols();
    int[] start = machines.stream().mapToInt(Machine::start).toArray();
    if (lives(start)) {
      node(start, new Arrival(-1, -1, 0));
    }
  }

  private List<Symbol> symbols() {
    Partition common = Partition.common(machines.stream().map(Machine::partition).toList());
    List<Symbol> list = new ArrayList<>();
    for (int symbol = 0; symbol < common.size(); symbol++) {
      List<Legible.Choice> choices = Legible.of(common, symbol);
      if (!choices.isEmpty()) {
        int codePoint = choices.get(0).codePoint();
        list.add(
            new Symbol(
                machines.stream().map(machine -> machine.partition().symbol(codePoint)).toList(),
                choices));
      }
    }
    list.sort(
        Comparator.comparingInt((Symbol symbol) -> symbol.choices().get(0).rank())
            .thenComparingInt(symbol -> symbol.choices().get(0).codePoint()));
    return list;
  }

  private boolean lives(int[] states) {
    for (int i = 0; i < states.length; i++) {
      if (i < wanted ? machines.get(i).isDead(states[i]) : machines.get(i).isFull(states[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(int[] states) {
    for (int i = 0; i < states.length; i++) {
      if (machines.get(i).accepts(states[i]) != i < wanted) {
        return false;
      }
    }
    return true;
  }

  private int node(int[] states, Arrival arrival) {
    Integer known = numbers.putIfAbsent(IntBuffer.wrap(states), tuples.size());
    if (known != null) {
      return known;
    }
    if (tuples.size() == MAX_NODES) {
      throw new WorkExceeded("too many states together");
    }
    int node = tuples.size();
    tuples.add(states);
    arrivals.add(arrival);
    accepting.set(node, accepts(states));
    return node;
  }

  int nodes() {
    return tuples.size();
  }

  int symbolCount() {
    return symbols.size();
  }

  List<Legible.Choice> choices(int symbol) {
    return symbols.get(symbol).choices();
  }

  /** The node after a symbol; -1 if nothing is accepted from there. */
  int target(int node, int symbol) {
    return edges.get(node)[symbol];
  }

  /** The length of the shortest string that leads to a node. */
  int depth(int node) {
    return arrivals.get(node).depth();
  }

  /** One of the shortest strings that lead to a node. */
  String string(int node) {
    List<Integer> codePoints = new ArrayList<>();
    for (int at = node; at > 0; at = arrivals.get(at).source()) {
      codePoints.add(choices(arrivals.get(at).symbol()).get(0).codePoint());
    }
    StringBuilder text = new StringBuilder();
    for (int i = codePoints.size() - 1; i >= 0; i--) {
      text.appendCodePoint(codePoints.get(i));
    }
    return text.toString();
  }

  boolean isAccepting(int node) {
    return accepting.get(node);
  }

  boolean isExplored(int node) {
    return node < edges.size();
  }

  /**
   * Walks on until some node accepts a string whose length is in the bounds, or to the end.
   *
   * @return that node, or -1 if all nodes within {@code most} steps are known
   * @throws WorkExceeded if the graph is too large
   */
  int explore(int least, int most) {
    for (int node = 0; node < tuples.size(); node++) {
      int depth = depth(node);
      if (accepting.get(node) && depth >= least && depth <= most) {
        return node;
      }
      if (depth < most && node == edges.size()) {
        expand(node);
      }
    }
    return -1;
  }

  /** Walks on until so many nodes are known, or all. */
  void exploreMore(int enough) {
    for (int node = edges.size(); node < tuples.size() && tuples.size() < enough; node++) {
      expand(node);
    }
  }

  private void expand(int node) {
    int[] targets = new int[symbols.size()];
    int[] from = tuples.get(node);
    for (int symbol = 0; symbol < targets.length; symbol++) {
      work.spend(machines.size());
      int[] to = new int[from.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = machines.get(i).step(from[i], symbols.get(symbol).own().get(i));
      }
      targets[symbol] = lives(to) ? node(to, new Arrival(node, symbol, depth(node) + 1)) : -1;
    }
    edges.add(targets);
  }
}
