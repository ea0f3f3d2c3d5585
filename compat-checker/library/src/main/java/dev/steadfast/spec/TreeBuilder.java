package dev.steadfast.spec;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts objects and arrays together for a parser, finds duplicate keys and watches the limits.
 *
 * <p>Members of all open objects and arrays lie on one stack; closing one copies its part out.
 */
@SuppressWarnings("NullAway") // every slot below top holds what was announced there
final class TreeBuilder {

  private final String file;
  private final Limits limits;
  private final NodeBudget budget;
  private final Problems problems;

  private @Nullable String[] keys = new @Nullable String[256];
  private @Nullable Node[] values = new @Nullable Node[256];
  private int[] places = new int[512]; // line and column of each key
  private int top;
  private final int[] bases; // where the members of each open object or array begin
  private int depth;
  private boolean identified;

  TreeBuilder(String file, Limits limits, NodeBudget budget, Problems problems) {
    this.file = file;
    this.limits = limits;
    this.budget = budget;
    this.problems = problems;
    this.bases = new int[limits.depth()];
  }

  Limits limits() {
    return limits;
  }

  int depth() {
    return depth;
  }

  /** Starts an object or array. */
  void open(int line, int column) throws UnreadableException {
    if (depth == limits.depth()) {
      throw new UnreadableException(
          "nested more than " + limits.depth() + " levels deep", line, column);
    }
    bases[depth++] = top;
  }

  /** Announces the next member of the open object; null for the next item of the open array. */
  void announce(@Nullable String key, int line, int column) {
    identified |= key != null && isIdentifier(key);
    keys[top] = key;
    places[2 * top] = line;
    places[2 * top + 1] = column;
    if (++top == keys.length) {
      keys = Arrays.copyOf(keys, 2 * top);
      values = Arrays.copyOf(values, 2 * top);
      places = Arrays.copyOf(places, 4 * top);
    }
  }

  private static boolean isIdentifier(String key) {
    if (key.isEmpty() || key.charAt(0) != '$') {
      return false;
    }
    return switch (key) {
      case "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$self", "$schema" -> true;
      default -> false;
    };
  }

  /** Whether a key was seen by which a schema may name itself or its dialect. */
  boolean identified() {
    return identified;
  }

  /** Gives the member announced last its value. */
  void value(Node value) {
    values[top - 1] = value;
  }

  /** Takes the member announced last out again. */
  Node withdraw() {
    return values[--top];
  }

  /** How many members the open object or array has. */
  int size() {
    return top - bases[depth - 1];
  }

  /** Counts one value that stands at this place. */
  void spend(int line, int column) throws UnreadableException {
    budget.spend(line, column);
  }

  int spent() {
    return budget.spent();
  }

  /** A problem with the member announced last. */
  void problem(String message, int line, int column) {
    problems.problem(new Location(file, pointer(top - 1), line, column), message);
  }

  void note(String message, int line, int column) {
    problems.note(new Location(file, pointer(top - 1), line, column), message);
  }

  ArrayNode closeArray(int line, int column) throws UnreadableException {
    int base = bases[depth - 1];
    Node[] items = Arrays.copyOfRange(values, base, top);
    close(base);
    budget.spend(line, column);
    return new ArrayNode(items, line, column);
  }

  /**
   * Ends the open object.
   *
   * @param own how many of its members are its own: the rest was merged in, and gives way
   */
  ObjectNode closeObject(int own, int line, int column) throws UnreadableException {
    int base = bases[depth - 1];
    int[] index = dropDuplicates(base, base + own);
    String[] names = Arrays.copyOfRange(keys, base, top);
    Node[] members = Arrays.copyOfRange(values, base, top);
    int[] where = Arrays.copyOfRange(places, 2 * base, 2 * top);
    close(base);
    budget.spend(line, column);
    return new ObjectNode(names, members, where, index, line, column);
  }

  private void close(int base) {
    Arrays.fill(values, base, top, null);
    top = base;
    depth--;
  }

  private int @Nullable [] dropDuplicates(int base, int merged) {
    int count = top - base;
    if (count <= KeyIndex.SMALL) {
      for (int i = base + 1; i < top; ) {
        int first = base;
        while (first < i && !keys[first].equals(keys[i])) {
          first++;
        }
        i = first == i ? i + 1 : drop(i, first, merged);
      }
      return null;
    }
    String[] names = Arrays.copyOfRange(keys, base, top);
    int[] slots = KeyIndex.table(count);
    boolean distinct = true;
    for (int i = 0; i < count; i++) {
      int first = KeyIndex.add(slots, names, i, count);
      if (first >= 0) {
        keys[base + i] = null;
        report(names[i], base + i, base + first, merged);
        distinct = false;
      }
    }
    return distinct ? slots : compact(base);
  }

  private int drop(int position, int first, int merged) {
    report(keys[position], position, first, merged);
    top--;
    System.arraycopy(keys, position + 1, keys, position, top - position);
    System.arraycopy(values, position + 1, values, position, top - position);
    System.arraycopy(places, 2 * position + 2, places, 2 * position, 2 * (top - position));
    values[top] = null;
    return position;
  }

  private int @Nullable [] compact(int base) {
    int to = base;
    for (int from = base; from < top; from++) {
      if (keys[from] != null) {
        keys[to] = keys[from];
        values[to] = values[from];
        places[2 * to] = places[2 * from];
        places[2 * to + 1] = places[2 * from + 1];
        to++;
      }
    }
    Arrays.fill(values, to, top, null);
    top = to;
    return to - base <= KeyIndex.SMALL ? null : KeyIndex.of(Arrays.copyOfRange(keys, base, to));
  }

  private void report(String key, int position, int first, int merged) {
    if (position < merged) {
      String message =
          String.format(
              Locale.ROOT,
              "duplicate key '%s', first used at %d:%d",
              key,
              places[2 * first],
              places[2 * first + 1]);
      String pointer = pointer(bases[depth - 1] - 1) + Pointer.step(key);
      int line = places[2 * position];
      problems.problem(new Location(file, pointer, line, places[2 * position + 1]), message);
    }
  }

  /* The member in progress of an open object or array is the one before the next base. */
  private String pointer(int member) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      int last = i + 1 < depth ? bases[i + 1] - 1 : member;
      if (last >= bases[i]) {
        String key = keys[last];
        pointer.append(Pointer.step(key == null ? Integer.toString(last - bases[i]) : key));
      }
    }
    return pointer.toString();
  }
}
