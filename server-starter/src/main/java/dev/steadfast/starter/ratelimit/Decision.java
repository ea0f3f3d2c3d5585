package dev.steadfast.starter.ratelimit;

import io.github.bucket4j.ConsumptionProbe;

/**
 * Whether a request may pass, and what is left.
 *
 * @param quota it was counted against
 * @param allowed whether it may
 * @param remaining requests in this window, at least 0
 * @param resetSeconds until the window ends, rounded up; then all requests are there again
 */
record Decision(Quota quota, boolean allowed, long remaining, long resetSeconds) {

  private static final long NANOS = 1_000_000_000;

  static Decision of(Quota quota, ConsumptionProbe probe) {
    long nanos = Math.max(probe.getNanosToWaitForReset(), probe.getNanosToWaitForRefill());
    return new Decision(
        quota,
        probe.isConsumed(),
        Math.max(0, probe.getRemainingTokens()),
        (nanos + NANOS - 1) / NANOS);
  }

  /** When a refused request may come again; it will not be refused again. */
  long retryAfterSeconds() {
    return Math.max(1, resetSeconds);
  }
}
