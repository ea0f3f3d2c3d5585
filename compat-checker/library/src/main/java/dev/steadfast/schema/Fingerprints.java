package dev.steadfast.schema;

import dev.steadfast.schema.Wording.Two;
import dev.steadfast.spec.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells by their text that schemas of two documents say the same: same keywords, in any order, and
 * references to schemas that say the same, all the way. Descriptions do not count.
 */
public final class Fingerprints implements Equivalence {

  private static final Set<String> TEXTS =
      Set.of("title", "description", "example", "examples", "externalDocs", "$comment");

  private final Wording wording =
      new Wording(keyword -> !TEXTS.contains(keyword) && !keyword.startsWith("x-"));
  private final Map<Schema, Map<Schema, Boolean>> compared = new HashMap<>();
  private final Map<Node, Map<Node, Boolean>> targets = new IdentityHashMap<>();

  /** A pair with the one that refers to it. */
  private record Step(Two two, @Nullable Step before) {}

  @Override
  public boolean same(Schema one, Schema other) {
    if (one == other) {
      return true;
    }
    if (!(one instanceof Schema.Located left)
        || !(other instanceof Schema.Located right)
        || left.dialect != right.dialect) {
      return false;
    }
    Map<Schema, Boolean> known = compared.computeIfAbsent(one, key -> new HashMap<>());
    Boolean same = known.get(other);
    if (same == null) {
      same = same(left.node, right.node);
      known.put(other, same);
    }
    return same;
  }

  /** The same, of schemas in one dialect. */
  public boolean same(Node one, Node other) {
    List<Two> references = new ArrayList<>();
    if (!wording.equal(one, other, references)) {
      return false;
    }
    for (Two reference : references) {
      if (!sameTarget(reference)) {
        return false;
      }
    }
    return true;
  }

  /** Equal for schemas that say the same. */
  public long hash(Node schema) {
    return wording.hash(schema);
  }

  /*
   * Targets that refer to each other in a cycle say the same when no difference is reached. When one
   * is, all pairs on the way to it differ.
   */
  private boolean sameTarget(Two start) {
    Boolean before = known(start);
    if (before != null) {
      return before;
    }
    Map<Node, Map<Node, Boolean>> seen = new IdentityHashMap<>();
    Deque<Step> open = new ArrayDeque<>();
    List<Two> reached = new ArrayList<>();
    open.add(new Step(start, null));
    while (!open.isEmpty()) {
      Step step = open.remove();
      Two two = step.two;
      if (two.one() == two.other()
          || seen.computeIfAbsent(two.one(), key -> new IdentityHashMap<>()).put(two.other(), true)
              != null) {
        continue;
      }
      Boolean known = known(two);
      if (Boolean.TRUE.equals(known)) {
        continue;
      }
      List<Two> references = new ArrayList<>();
      if (known != null || !wording.equal(two.one(), two.other(), references)) {
        for (Step back = step; back != null; back = back.before) {
          remember(back.two, false);
        }
        return false;
      }
      reached.add(two);
      references.forEach(reference -> open.add(new Step(reference, step)));
    }
    reached.forEach(two -> remember(two, true));
    return true;
  }

  private @Nullable Boolean known(Two two) {
    Map<Node, Boolean> row = targets.get(two.one());
    return row == null ? null : row.get(two.other());
  }

  private void remember(Two two, boolean same) {
    targets.computeIfAbsent(two.one(), key -> new IdentityHashMap<>()).put(two.other(), same);
  }
}
