package dev.steadfast.starter.idempotency;

import java.time.Duration;

/** The end of a wait. */
final class Deadline {

  private final long atNanos;

  Deadline(Duration wait) {
    this.atNanos = System.nanoTime() + wait.toNanos();
  }

  /** What is left of it, at least 0. */
  long leftNanos() {
    return Math.max(0, atNanos - System.nanoTime());
  }

  /** Sleeps, no longer than what is left. Returns false when nothing was left, or on interrupt. */
  boolean sleep(Duration time) {
    long millis = Math.min(time.toMillis(), leftNanos() / 1_000_000);
    if (millis <= 0) {
      return false;
    }
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
