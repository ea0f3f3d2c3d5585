package dev.steadfast.diff;

/** What a schema change does to the messages that the old contract allowed. */
public enum Outcome {
  /** The sender may send a value that the receiver refuses. */
  REFUTED,
  /** The receiver takes the value for another one than the sender means. */
  MISREAD,
  /** A declared response property is never sent again. */
  LOST,
  /** What a request asks for, by a property or by leaving one out, no longer happens. */
  IGNORED,
  /** Every message stays allowed and keeps its meaning. */
  SAFE,
  /** The rules could not decide, and no value settles it. */
  UNKNOWN
}
