package dev.steadfast.local;

import java.time.Instant;
import java.util.SplittableRandom;

/** Ids as the API makes them, a prefix and a ULID, for a time in the past. */
final class SeedIds {

  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private final SplittableRandom random;

  SeedIds(SplittableRandom random) {
    this.random = random;
  }

  String next(String prefix, Instant at) {
    char[] id = new char[TIME_DIGITS + RANDOM_DIGITS];
    long millis = at.toEpochMilli();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id[i] = DIGITS[(int) (millis & 31)];
      millis >>>= 5;
    }
    for (int i = TIME_DIGITS; i < id.length; i++) {
      id[i] = DIGITS[random.nextInt(DIGITS.length)];
    }
    return prefix + new String(id);
  }
}
