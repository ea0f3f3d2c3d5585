package dev.steadfast.proof.load;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of a load.
 *
 * @param started when it began, {@link System#nanoTime}
 * @param outcomes in the order of their intended starts
 */
public record Journal(long started, List<Outcome> outcomes) {

  public Journal {
    outcomes = outcomes.stream().sorted(Comparator.comparingLong(Outcome::intended)).toList();
  }

  /** Only those intended to start from this instant on and before that one. */
  public Journal between(long from, long until) {
    return only(outcome -> outcome.intended() - from >= 0 && outcome.intended() - until < 0);
  }

  public Journal only(Predicate<Outcome> wanted) {
    return new Journal(started, outcomes.stream().filter(wanted).toList());
  }

  public int size() {
    return outcomes.size();
  }

  /** How often each last status came up; 0 is no answer. */
  public Map<Integer, Long> statuses() {
    return outcomes.stream()
        .collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.counting()));
  }

  /** How often each status came up among all attempts; 0 is no answer. */
  public Map<Integer, Long> attempts() {
    return outcomes.stream()
        .flatMap(outcome -> outcome.attempts().stream())
        .collect(Collectors.groupingBy(Attempt::status, TreeMap::new, Collectors.counting()));
  }

  /** Outcomes that did not succeed in the end. */
  public Journal failures() {
    return only(outcome -> !outcome.succeeded());
  }

  public Latency latency() {
    return Latency.of(outcomes.stream().mapToLong(Outcome::nanos));
  }

  /** Of single attempts that were answered, from sending to the end of the answer. */
  public Latency attemptLatency() {
    return Latency.of(
        outcomes.stream()
            .flatMap(outcome -> outcome.attempts().stream())
            .filter(attempt -> attempt.status() != 0)
            .mapToLong(attempt -> attempt.ended() - attempt.sent()));
  }
}
