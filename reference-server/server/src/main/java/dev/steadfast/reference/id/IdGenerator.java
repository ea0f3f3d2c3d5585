package dev.steadfast.reference.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Makes ids: a prefix and a ULID, 48 bits of milliseconds and 80 random ones in Crockford's base
 * 32. Ids of one generator grow, also within a millisecond and when the clock is set back.
 */
@Component
public final class IdGenerator {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LENGTH = 26;

  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();
  private long millis;
  // the random part: 16 high bits, 64 low ones
  private int high;
  private long low;

  /** A new id, such as {@code next("pay_", now)}. */
  public String next(String prefix, Instant now) {
    long time;
    int upper;
    long lower;
    lock.lock();
    try {
      advance(now.toEpochMilli());
      time = millis;
      upper = high;
      lower = low;
    } finally {
      lock.unlock();
    }
    return write(prefix, time, upper, lower);
  }

  private void advance(long now) {
    if (now > millis) {
      millis = now;
      // the highest bit stays free, so that a millisecond never runs out of numbers
      high = random.nextInt(1 << 15);
      low = random.nextLong();
      return;
    }
    long before = low;
    low += 1 + random.nextInt(1 << 16);
    if (Long.compareUnsigned(low, before) < 0) {
      high++;
    }
  }

  private static String write(String prefix, long time, int upper, long lower) {
    int start = prefix.length();
    char[] id = new char[start + LENGTH];
    prefix.getChars(0, start, id, 0);
    // 10 digits of time, then 16 of the 80 random bits, written from the last one
    for (int i = 9; i >= 0; i--) {
      id[start + i] = DIGITS[(int) (time & 31)];
      time >>>= 5;
    }
    for (int i = 25; i >= 10; i--) {
      id[start + i] = DIGITS[(int) (lower & 31)];
      lower = lower >>> 5 | (long) (upper & 31) << 59;
      upper >>>= 5;
    }
    return new String(id);
  }
}
