package dev.steadfast.proof.load;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** Percentiles of times, to three digits. */
public final class Latency {

  private static final long LONGEST = Duration.ofMinutes(10).toNanos();

  private final Histogram histogram = new Histogram(LONGEST, 3);

  private Latency() {}

  /** Of these numbers of nanoseconds. */
  public static Latency of(LongStream nanos) {
    Latency latency = new Latency();
    nanos.forEach(value -> latency.histogram.recordValue(Math.min(Math.max(value, 0), LONGEST)));
    return latency;
  }

  /**
   * Zero when nothing was recorded.
   *
   * @param percent 50 is the median, 100 the longest
   */
  public Duration percentile(double percent) {
    return Duration.ofNanos(histogram.getValueAtPercentile(percent));
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** Milliseconds with one decimal, for a table. */
  public String millis(double percent) {
    return String.format(Locale.ROOT, "%.1f", percentile(percent).toNanos() / 1e6);
  }
}
