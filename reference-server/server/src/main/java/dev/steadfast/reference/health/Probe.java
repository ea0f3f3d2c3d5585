package dev.steadfast.reference.health;

/** Asks something that the server needs for a sign of life. */
interface Probe extends AutoCloseable {

  /** Whether it answered within its time limit; never throws. */
  boolean answers();

  @Override
  void close();
}
