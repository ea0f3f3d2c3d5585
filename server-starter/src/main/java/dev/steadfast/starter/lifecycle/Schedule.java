package dev.steadfast.starter.lifecycle;

import java.util.List;

/** What answers say, by time; everything that they say is made once, at start. */
final class Schedule {

  private final long[] starts;
  private final Phase[] phases;

  /**
   * @param starts epoch milliseconds, ascending, of all phases but the first
   * @param phases one more than starts
   */
  Schedule(List<Long> starts, List<Phase> phases) {
    if (phases.size() != starts.size() + 1) {
      throw new IllegalArgumentException(
          phases.size() + " phases cannot start at " + starts.size() + " times");
    }
    this.starts = starts.stream().mapToLong(Long::longValue).toArray();
    this.phases = phases.toArray(Phase[]::new);
  }

  /** The phase of a moment, which is the first of its phase from its first millisecond on. */
  Phase at(long epochMillis) {
    int i = starts.length;
    while (i > 0 && epochMillis < starts[i - 1]) {
      i--;
    }
    return phases[i];
  }
}
