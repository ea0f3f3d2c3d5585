package dev.steadfast.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * All code points, cut into symbols (0 to size - 1): code points that no given set tells apart are
 * one symbol.
 */
final class Partition {

  /** Ascending, the first is 0: where each piece starts. */
  private final int[] starts;

  /** The symbol of each piece. */
  private final int[] symbols;

  private final int size;

  private Partition(int[] starts, int[] symbols, int size) {
    this.starts = starts;
    this.symbols = symbols;
    this.size = size;
  }

  static Partition of(List<CodePoints> sets) {
    int[] starts = starts(sets.stream().map(CodePoints::changes).toList());
    Map<BitSet, Integer> numbers = new HashMap<>();
    int[] symbols = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      BitSet signature = new BitSet();
      for (int set = 0; set < sets.size(); set++) {
        signature.set(set, sets.get(set).contains(starts[i]));
      }
      symbols[i] = number(numbers, signature);
    }
    return new Partition(starts, symbols, numbers.size());
  }

  /**
   * Each of these is a symbol, the rest is one more.
   *
   * @param codePoints ascending, distinct
   */
  static Partition single(int[] codePoints) {
    TreeMap<Integer, Integer> pieces = new TreeMap<>();
    pieces.put(0, codePoints.length);
    for (int i = 0; i < codePoints.length; i++) {
      pieces.put(codePoints[i], i);
      pieces.putIfAbsent(codePoints[i] + 1, codePoints.length);
    }
    pieces.remove(Character.MAX_CODE_POINT + 1);
    return new Partition(
        pieces.keySet().stream().mapToInt(Integer::intValue).toArray(),
        pieces.values().stream().mapToInt(Integer::intValue).toArray(),
        codePoints.length + 1);
  }

  /** The coarsest one that is as fine as each of these. */
  static Partition common(List<Partition> partitions) {
    int[] starts = starts(partitions.stream().map(partition -> partition.starts).toList());
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    int[] symbols = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int start = starts[i];
      symbols[i] = number(numbers, partitions.stream().map(each -> each.symbol(start)).toList());
    }
    return new Partition(starts, symbols, numbers.size());
  }

  private static <K> int number(Map<K, Integer> numbers, K key) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(key, next);
    return known == null ? next : known;
  }

  private static int[] starts(Collection<int[]> changes) {
    TreeSet<Integer> starts = new TreeSet<>();
    starts.add(0);
    for (int[] some : changes) {
      Arrays.stream(some).forEach(starts::add);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  int size() {
    return size;
  }

  int symbol(int codePoint) {
    int index = Arrays.binarySearch(starts, codePoint);
    return symbols[index >= 0 ? index : -index - 2];
  }

  /** The symbols of a set that this partition was made for. */
  BitSet symbols(CodePoints set) {
    BitSet members = new BitSet();
    for (int i = 0; i < starts.length; i++) {
      if (set.contains(starts[i])) {
        members.set(symbols[i]);
      }
    }
    return members;
  }

  /** First and last code point of each piece of a symbol, ascending. */
  List<int[]> pieces(int symbol) {
    return IntStream.range(0, starts.length)
        .filter(i -> symbols[i] == symbol)
        .mapToObj(i -> new int[] {starts[i], end(i)})
        .toList();
  }

  private int end(int piece) {
    return piece + 1 < starts.length ? starts[piece + 1] - 1 : Character.MAX_CODE_POINT;
  }
}
