package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import java.util.function.Function;

/** Whether a set of values is empty; for an inclusion, the set of values that break it. */
public sealed interface Answer {

  <R> R match(
      Function<Empty, R> empty, Function<Inhabited, R> inhabited, Function<Unknown, R> unknown);

  /** No value at all: an inclusion is proven. */
  record Empty() implements Answer {
    static final Empty EMPTY = new Empty();

    @Override
    public <R> R match(
        Function<Empty, R> empty, Function<Inhabited, R> inhabited, Function<Unknown, R> unknown) {
      return empty.apply(this);
    }
  }

  /** A value of the set: an inclusion is refuted by it. */
  record Inhabited(Node value) implements Answer {
    @Override
    public <R> R match(
        Function<Empty, R> empty, Function<Inhabited, R> inhabited, Function<Unknown, R> unknown) {
      return inhabited.apply(this);
    }
  }

  /** Neither could be shown. */
  record Unknown(String reason) implements Answer {
    @Override
    public <R> R match(
        Function<Empty, R> empty, Function<Inhabited, R> inhabited, Function<Unknown, R> unknown) {
      return unknown.apply(this);
    }
  }
}
