package dev.steadfast.starter.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that stands until it is told the time. */
final class TestClock implements TimeMeter {

  private long nanos = Duration.ofDays(20_000).toNanos();

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
