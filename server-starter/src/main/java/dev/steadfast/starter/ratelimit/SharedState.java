package dev.steadfast.starter.ratelimit;

import org.jspecify.annotations.Nullable;

/** Where the states of buckets are kept for all servers. */
interface SharedState extends AutoCloseable {

  /** Nowhere: every server counts for itself. */
  SharedState NONE =
      new SharedState() {
        @Override
        public boolean replace(
            Budget budget, byte @Nullable [] expected, byte[] state, long nowNanos, long ttlNanos) {
          return budget.replace(expected, state, nowNanos + ttlNanos);
        }

        @Override
        public boolean isLost() {
          return false;
        }

        @Override
        public void close() {}
      };

  /**
   * Replaces a state, if it is the expected one or there is none. Otherwise the budget notes the
   * one that is there.
   *
   * <p>No state where one was expected means that it was lost, in a restart or a flush: it is put
   * back, so that nobody's budget is full again.
   *
   * @param expected what the budget last noted, null when that has expired
   * @param ttlNanos when the bucket is full again, and need not be remembered
   * @return whether it was replaced
   */
  boolean replace(
      Budget budget, byte @Nullable [] expected, byte[] state, long nowNanos, long ttlNanos);

  /** Whether servers should count together and cannot. */
  boolean isLost();

  @Override
  void close();
}
