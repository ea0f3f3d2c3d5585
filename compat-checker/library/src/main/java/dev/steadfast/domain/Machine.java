package dev.steadfast.domain;

/**
 * A deterministic automaton over the symbols of a partition, built as it is walked. Not for use by
 * two threads.
 */
interface Machine {

  Partition partition();

  int start();

  int step(int state, int symbol);

  boolean accepts(int state);

  /** Nothing is accepted from here; may be false though it is so. */
  boolean isDead(int state);

  /** Everything is accepted from here; may be false though it is so. */
  boolean isFull(int state);
}
