package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accepted strings of an explored {@link Product}, by length. */
final class Walks {

  private static final int MAX_REMEMBERED = 4_096;
  private static final int MAX_SAMPLE_LENGTH = 300_000;
  private static final long MAX_CELLS = 200_000_000L;
  private static final int MAX_CHOICES = 4;

  private final Product product;
  private final Work work;

  /** The targets of each node from which something is accepted. */
  private final List<int[]> targets = new ArrayList<>();

  /** The nodes from which something is accepted. */
  private final BitSet live;

  /** remaining[k]: the nodes from which a string of k code points is accepted. */
  private final List<BitSet> remaining = new ArrayList<>();

  Walks(Product product, Work work) {
    this.product = product;
    this.work = work;
    live = live();
    for (int node = 0; node < product.nodes(); node++) {
      targets.add(targets(node));
    }
    BitSet end = new BitSet();
    for (int node = 0; node < product.nodes(); node++) {
      end.set(node, product.isAccepting(node));
    }
    remaining.add(end);
  }

  private BitSet live() {
    List<List<Integer>> sources = new ArrayList<>();
    for (int node = 0; node < product.nodes(); node++) {
      sources.add(new ArrayList<>());
    }
    List<Integer> open = new ArrayList<>();
    BitSet found = new BitSet();
    for (int node = 0; node < product.nodes(); node++) {
      for (int symbol = 0; product.isExplored(node) && symbol < product.symbolCount(); symbol++) {
        int target = product.target(node, symbol);
        if (target >= 0) {
          sources.get(target).add(node);
        }
      }
      if (product.isAccepting(node)) {
        found.set(node);
        open.add(node);
      }
    }
    while (!open.isEmpty()) {
      for (int source : sources.get(open.remove(open.size() - 1))) {
        if (!found.get(source)) {
          found.set(source);
          open.add(source);
        }
      }
    }
    return found;
  }

  private int[] targets(int node) {
    if (!product.isExplored(node) || !live.get(node)) {
      return new int[0];
    }
    BitSet distinct = new BitSet();
    for (int symbol = 0; symbol < product.symbolCount(); symbol++) {
      int target = product.target(node, symbol);
      if (target >= 0 && live.get(target)) {
        distinct.set(target);
      }
    }
    return distinct.stream().toArray();
  }

  /**
   * Up to so many lengths of accepted strings within the bounds, ascending.
   *
   * @throws WorkExceeded if that takes too long
   */
  List<Integer> lengths(int least, int most, int count) {
    List<Integer> found = new ArrayList<>();
    Map<BitSet, Long> remembered = new HashMap<>();
    BitSet here = new BitSet();
    here.set(0, product.nodes() > 0 && live.get(0));
    long period = 0;
    long end = most;
    for (long length = 0; length <= end && !here.isEmpty() && found.size() < count; length++) {
      Long before = period == 0 ? remembered.get(here) : null;
      if (before != null) {
        period = length - before;
        length += Math.max(0, least - length) / period * period;
        end = Math.min(end, Math.max(length, least) + period * count);
      } else if (remembered.size() < MAX_REMEMBERED) {
        remembered.put(here, length);
      }
      if (length >= least && here.intersects(remaining.get(0))) {
        found.add((int) length);
      }
      here = step(here);
    }
    return found;
  }

  private BitSet step(BitSet here) {
    BitSet next = new BitSet();
    for (int node = here.nextSetBit(0); node >= 0; node = here.nextSetBit(node + 1)) {
      work.spend(1L + targets.get(node).length);
      for (int target : targets.get(node)) {
        next.set(target);
      }
    }
    return next;
  }

  /** Accepted strings of one length, most readable first; none if it would be too long. */
  Set<String> strings(int length) {
    Set<String> found = new LinkedHashSet<>();
    if (length > MAX_SAMPLE_LENGTH || (long) length * product.nodes() > MAX_CELLS) {
      return found;
    }
    for (int left = remaining.size(); left <= length; left++) {
      remaining.add(before(remaining.get(left - 1)));
    }
    if (!remaining.get(length).get(0)) {
      return found;
    }
    if (length == 0) {
      found.add("");
      return found;
    }
    for (int symbol = 0; symbol < product.symbolCount(); symbol++) {
      int target = product.target(0, symbol);
      if (target >= 0 && remaining.get(length - 1).get(target)) {
        for (Legible.Choice choice : product.choices(symbol)) {
          found.add(walk(symbol, choice.codePoint(), length, !found.isEmpty()));
          if (found.size() >= MAX_CHOICES) {
            return found;
          }
        }
      }
    }
    return found;
  }

  private BitSet before(BitSet after) {
    BitSet result = new BitSet();
    for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
      work.spend(1);
      for (int target : targets.get(node)) {
        if (after.get(target)) {
          result.set(node);
          break;
        }
      }
    }
    return result;
  }

  /** Goes on with the most readable characters, or where possible with the first one. */
  private String walk(int first, int codePoint, int length, boolean repeat) {
    StringBuilder text = new StringBuilder().appendCodePoint(codePoint);
    int node = product.target(0, first);
    for (int left = length - 2; left >= 0; left--) {
      boolean same = repeat && leads(node, first, left);
      int symbol = same ? first : 0;
      while (!leads(node, symbol, left)) {
        symbol++;
      }
      text.appendCodePoint(same ? codePoint : product.choices(symbol).get(0).codePoint());
      node = product.target(node, symbol);
    }
    return text.toString();
  }

  /** Whether so many code points are left to an accepted string after a symbol. */
  private boolean leads(int node, int symbol, int left) {
    int target = product.target(node, symbol);
    return target >= 0 && remaining.get(left).get(target);
  }
}
