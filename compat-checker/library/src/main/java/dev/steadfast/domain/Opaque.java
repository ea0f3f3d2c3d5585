package dev.steadfast.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Strings that no automaton here describes; equal by name.
 *
 * @param key what it is called
 * @param examples members, best first
 * @param counterexamples no members, best first
 * @param superset contains every member, if known
 * @param evaluation decides about one string
 */
record Opaque(
    String key,
    List<String> examples,
    List<String> counterexamples,
    @Nullable Regular superset,
    Function<String, Tri> evaluation)
    implements StringAtom {

  @Override
  public Tri contains(String string) {
    Tri outer = superset == null ? Tri.UNKNOWN : superset.contains(string);
    return outer == Tri.NO ? outer : evaluation.apply(string);
  }

  @Override
  public int kind() {
    return 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Opaque that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
