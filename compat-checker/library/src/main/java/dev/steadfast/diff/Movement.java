package dev.steadfast.diff;

/** How the set of allowed values moved. */
public enum Movement {
  /** Fewer values: a property removed, a name required, a bound drawn closer. */
  TIGHTENED,
  /** More values. */
  LOOSENED,
  /** Some values left and some came, or the order cannot be told. */
  CHANGED
}
