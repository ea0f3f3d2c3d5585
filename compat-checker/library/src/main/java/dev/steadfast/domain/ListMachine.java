package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accepts listed strings. */
final class ListMachine implements Machine {

  private static final int DEAD = 0;
  private static final int START = 1;

  private final Partition partition;
  private final List<Map<Integer, Integer>> edges = new ArrayList<>();
  private final BitSet accepting = new BitSet();

  ListMachine(Collection<String> strings) {
    partition =
        Partition.single(
            strings.stream().flatMapToInt(String::codePoints).sorted().distinct().toArray());
    edges.add(Map.of());
    edges.add(new HashMap<>());
    for (String string : strings) {
      int state = START;
      for (int codePoint : string.codePoints().toArray()) {
        Map<Integer, Integer> from = edges.get(state);
        int symbol = partition.symbol(codePoint);
        state = from.getOrDefault(symbol, edges.size());
        if (state == edges.size()) {
          from.put(symbol, state);
          edges.add(new HashMap<>());
        }
      }
      accepting.set(state);
    }
  }

  @Override
  public Partition partition() {
    return partition;
  }

  @Override
  public int start() {
    return START;
  }

  @Override
  public int step(int state, int symbol) {
    return edges.get(state).getOrDefault(symbol, DEAD);
  }

  @Override
  public boolean accepts(int state) {
    return accepting.get(state);
  }

  @Override
  public boolean isDead(int state) {
    return state == DEAD;
  }

  @Override
  public boolean isFull(int state) {
    return false;
  }
}
