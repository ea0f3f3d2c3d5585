package dev.steadfast.proof;

/** How much a program does. */
public enum Scale {
  /** Seconds; part of every build. Bounds on time are generous, since the machine may be busy. */
  QUICK,
  /** Minutes; on a quiet machine. */
  LONG;

  /** One of two. */
  public <T> T of(T quick, T full) {
    return this == QUICK ? quick : full;
  }
}
