package dev.steadfast.domain;

/** An answer that may be missing. */
public enum Tri {
  YES,
  NO,
  UNKNOWN;

  static Tri of(boolean value) {
    return value ? YES : NO;
  }

  Tri not() {
    return this == UNKNOWN ? UNKNOWN : of(this == NO);
  }

  Tri and(Tri other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  Tri or(Tri other) {
    return not().and(other.not()).not();
  }
}
