package dev.steadfast.schema;

/**
 * On which side a shape may be wrong where the exact set cannot be written down: inclusion is
 * proven when an upper bound of the one lies within a lower bound of the other.
 */
enum Bound {
  /** At least the set. */
  UPPER,
  /** At most the set. */
  LOWER;

  Bound opposite() {
    return this == UPPER ? LOWER : UPPER;
  }
}
