package dev.steadfast.bookshop;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. */
public final class MovableClock extends Clock {

  private volatile Instant now;

  /** A clock that stands still. */
  public MovableClock(Instant now) {
    this.now = now;
  }

  /** Moves it, forwards or backwards. */
  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a shop has one clock");
  }
}
