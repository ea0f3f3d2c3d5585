package dev.steadfast.diff;

/** What a schema change does to the messages that the old contract allowed. */
public enum Outcome {
  /** The sender may send a value that the receiver refuses. */
  REFUTED,
  /** A declared response property is never sent again. */
  LOST,
  /** A declared request property is accepted and has no effect any more. */
  IGNORED,
  /** Every message stays allowed and keeps its meaning. */
  SAFE,
  /** The rules could not decide, and no value settles it. */
  UNKNOWN
}
