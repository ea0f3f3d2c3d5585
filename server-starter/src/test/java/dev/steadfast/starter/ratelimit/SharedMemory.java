package dev.steadfast.starter.ratelimit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Redis does for the buckets, on a clock of ours. */
final class SharedMemory implements SharedState {

  private final TestClock clock;
  private final Map<String, Entry> entries = new HashMap<>();
  private int commands;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(byte[] state, long expiresNanos) {}

  SharedMemory(TestClock clock) {
    this.clock = clock;
  }

  int commands() {
    return commands;
  }

  void flush() {
    entries.clear();
  }

  @Override
  public synchronized boolean replace(
      Budget budget, byte @Nullable [] expected, byte[] state, long nowNanos, long ttlNanos) {
    commands++;
    String key = new String(budget.key(), StandardCharsets.UTF_8);
    Entry seen = entries.get(key);
    if (seen != null && seen.expiresNanos() <= clock.currentTimeNanos()) {
      seen = null;
    }
    if (seen == null || Arrays.equals(seen.state(), expected)) {
      entries.put(key, new Entry(state, nowNanos + ttlNanos));
      budget.note(state, nowNanos + ttlNanos);
      return true;
    }
    budget.note(seen.state(), seen.expiresNanos());
    return false;
  }

  @Override
  public boolean isLost() {
    return false;
  }

  @Override
  public void close() {}
}
