package dev.steadfast.compat;

/** Whether a finding is known to be so. */
public enum Confidence {
  /** The contracts differ in this way. */
  PROVEN,
  /** The engine could not decide; the finding says why. */
  UNKNOWN
}
