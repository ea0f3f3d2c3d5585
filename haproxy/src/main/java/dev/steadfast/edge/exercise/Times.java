package dev.steadfast.edge.exercise;

import dev.steadfast.proof.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long something took, each time it was done. */
final class Times {

  private final List<Duration> all = new ArrayList<>();
  private int never;

  void add(Duration one) {
    all.add(one);
  }

  /** Empty when it did not happen at all. */
  void add(Optional<Duration> one) {
    one.ifPresentOrElse(all::add, () -> never++);
  }

  /** It happened each time, and within the bound. */
  void must(Page page, String what, Duration bound) {
    page.must(
        what + " in under " + millis(bound) + " ms",
        words(),
        never == 0 && all.stream().allMatch(one -> one.compareTo(bound) < 0));
  }

  /** {@code 12–31 ms, median 16 ms}. */
  String words() {
    if (all.isEmpty()) {
      return "never";
    }
    List<Duration> sorted = all.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%s–%s ms, median %s ms%s",
        millis(sorted.get(0)),
        millis(sorted.get(sorted.size() - 1)),
        millis(sorted.get(sorted.size() / 2)),
        never == 0 ? "" : ", " + never + " × never");
  }

  static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.0f", time.toNanos() / 1e6);
  }
}
