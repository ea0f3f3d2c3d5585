package dev.steadfast.domain;

/** Whether a set has members. */
public enum Emptiness {
  /** Proven: no member. */
  EMPTY,
  /** Proven: at least one member. */
  INHABITED,
  /** Not decided within the bounds on work, or not decidable. */
  UNKNOWN
}
