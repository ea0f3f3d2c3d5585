package dev.steadfast.diff;

import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facets.Branch;
import dev.steadfast.schema.Inclusion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Which branch of a union became which: same text, same name, same keys, same fixed values, same
 * meaning, last the only one of its type or the one at its position.
 */
final class BranchMatching {

  /* Of so many pairs, the meaning is looked at. */
  private static final int MOST_COMPARED = 256;

  private final Inclusion inclusion;
  private final List<Branch> removed;
  private final List<Branch> added;
  private final Map<Branch, Branch> matched = new LinkedHashMap<>();
  private int compared;

  BranchMatching(Inclusion inclusion, List<Branch> before, List<Branch> after) {
    this.inclusion = inclusion;
    this.removed = new ArrayList<>(before);
    this.added = new ArrayList<>(after);
    match((one, other) -> called(one, other) && inclusion.same(one.schema(), other.schema()));
    match((one, other) -> inclusion.same(one.schema(), other.schema()));
    match((one, other) -> !one.name().isEmpty() && one.name().equals(other.name()));
    match((one, other) -> !Collections.disjoint(one.keys(), other.keys()));
    match((one, other) -> inclusion.sameTag(one.schema(), other.schema()));
    match(this::meanTheSame);
    if (removed.size() == 1 && added.size() == 1) {
      match(this::alike);
    } else {
      match((one, other) -> alike(one, other) && only(one, removed) && only(other, added));
      match((one, other) -> alike(one, other) && before.indexOf(one) == after.indexOf(other));
    }
  }

  private static boolean called(Branch one, Branch other) {
    return one.name().equals(other.name()) && one.keys().equals(other.keys());
  }

  /* Open objects lie within each other whatever they declare: the names must agree, too. */
  private boolean meanTheSame(Branch one, Branch other) {
    return alike(one, other)
        && names(one).equals(names(other))
        && compared++ < MOST_COMPARED
        && inclusion.outside(one.schema(), other.schema()) instanceof Answer.Empty
        && inclusion.outside(other.schema(), one.schema()) instanceof Answer.Empty;
  }

  private Set<String> names(Branch branch) {
    return inclusion.facets(branch.schema()).members().properties().keySet();
  }

  private boolean only(Branch branch, List<Branch> branches) {
    return branches.stream().filter(other -> alike(branch, other)).count() == 1;
  }

  private boolean alike(Branch one, Branch other) {
    Set<String> before = inclusion.facets(one.schema()).types();
    return before.equals(inclusion.facets(other.schema()).types());
  }

  private void match(BiPredicate<Branch, Branch> test) {
    for (Branch one : List.copyOf(removed)) {
      for (Branch other : List.copyOf(added)) {
        if (test.test(one, other)) {
          removed.remove(one);
          added.remove(other);
          matched.put(one, other);
          break;
        }
      }
    }
  }

  Map<Branch, Branch> matched() {
    return matched;
  }

  List<Branch> removed() {
    return removed;
  }

  List<Branch> added() {
    return added;
  }
}
