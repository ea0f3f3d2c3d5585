package dev.steadfast.starter.ratelimit;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What this server knows of one bucket: where it is, and its state when it was last seen. */
final class Budget {

  private final byte[] key;
  private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

  Budget(byte[] key) {
    this.key = key;
  }

  /** The bucket's key in Redis. */
  byte[] key() {
    return key;
  }

  /** The state, unless it has expired, when the bucket is full again. */
  byte @Nullable [] state(long nowNanos) {
    Seen last = seen.get();
    return last == null || nowNanos >= last.expiresNanos() ? null : last.state();
  }

  /** Notes a state that was seen. */
  void note(byte @Nullable [] state, long expiresNanos) {
    seen.set(state == null ? null : new Seen(state, expiresNanos));
  }

  /**
   * Replaces a state that {@link #state} gave, as Redis would.
   *
   * @return whether it was still the last one
   */
  boolean replace(byte @Nullable [] expected, byte[] state, long expiresNanos) {
    Seen last = seen.get();
    byte[] current = last == null ? null : last.state();
    boolean isExpected = expected == null || expected == current;
    return isExpected && seen.compareAndSet(last, new Seen(state, expiresNanos));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Seen(byte[] state, long expiresNanos) {}
}
