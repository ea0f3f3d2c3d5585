package dev.steadfast.edge.exercise;

import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Outcome;
import java.util.Locale;

/** The mean, which percentiles do not give. */
final class Averages {

  private Averages() {}

  /** Of the latency of all requests, in milliseconds with one decimal. */
  static String meanMillis(Journal journal) {
    double nanos = journal.outcomes().stream().mapToLong(Outcome::nanos).average().orElse(0);
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }
}
