package dev.steadfast.domain;

import java.util.function.Supplier;

/** An answer that may be missing. */
public enum Tri {
  YES,
  NO,
  UNKNOWN;

  public static Tri of(boolean value) {
    return value ? YES : NO;
  }

  public Tri not() {
    return this == UNKNOWN ? UNKNOWN : of(this == NO);
  }

  public Tri and(Tri other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  /** Asks the other only when it matters. */
  public Tri and(Supplier<Tri> other) {
    return this == NO ? NO : and(other.get());
  }

  public Tri or(Tri other) {
    return not().and(other.not()).not();
  }
}
