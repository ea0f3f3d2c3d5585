package dev.steadfast.diff;

import java.util.function.BiFunction;
import java.util.function.Function;

/** What happened to one contract element between the old and the new document. */
public sealed interface Change<T> {

  <R> R match(Function<T, R> added, Function<T, R> removed, BiFunction<T, T, R> kept);

  /** Only in the new document. */
  record Added<T>(T after) implements Change<T> {
    @Override
    public <R> R match(Function<T, R> added, Function<T, R> removed, BiFunction<T, T, R> kept) {
      return added.apply(after);
    }
  }

  /** Only in the old document. */
  record Removed<T>(T before) implements Change<T> {
    @Override
    public <R> R match(Function<T, R> added, Function<T, R> removed, BiFunction<T, T, R> kept) {
      return removed.apply(before);
    }
  }

  /** Present in both, equal or not. */
  record Kept<T>(T before, T after) implements Change<T> {
    @Override
    public <R> R match(Function<T, R> added, Function<T, R> removed, BiFunction<T, T, R> kept) {
      return kept.apply(before, after);
    }
  }
}
