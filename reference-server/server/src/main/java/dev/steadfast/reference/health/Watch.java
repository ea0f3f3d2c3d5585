package dev.steadfast.reference.health;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a probe said last, asked in the background: who wants to know never waits, and how many want
 * to know does not matter. An answer that is too old is none, so a probe that hangs is noticed too.
 */
final class Watch implements AutoCloseable {
  private final Probe probe;
  private final long oldestNanos;
  private final ScheduledExecutorService asking;
  private volatile Answer last;

  /** Asks once before it returns, then again after each interval. */
  Watch(String name, Probe probe, Duration interval, Duration timeout) {
    this.probe = probe;
    this.oldestNanos = interval.plus(timeout).multipliedBy(2).toNanos();
    this.last = ask();
    this.asking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "health-" + name);
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        asking.scheduleWithFixedDelay(
            () -> last = ask(), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the last answer is good and fresh. */
  boolean isUp() {
    Answer answer = last;
    return answer.good && System.nanoTime() - answer.atNanos < oldestNanos;
  }

  @Override
  public void close() {
    asking.shutdownNow();
    probe.close();
  }

  private Answer ask() {
    boolean good = probe.answers();
    return new Answer(good, System.nanoTime());
  }

  private record Answer(boolean good, long atNanos) {}
}
