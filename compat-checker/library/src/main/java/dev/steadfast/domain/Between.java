package dev.steadfast.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Short decimals inside an open interval. */
final class Between {

  private static final int MAX_DIGITS = 20_000;

  private Between() {}

  /** The power of ten of the first digit. */
  static long magnitude(BigDecimal number) {
    return (long) number.precision() - number.scale() - 1;
  }

  /**
   * A number inside the interval that has at least so many decimals and ends in 1, 3, 7 or 9, or
   * any short one if none are asked for; null if it would have too many digits.
   */
  static @Nullable BigDecimal fine(
      @Nullable BigDecimal low, @Nullable BigDecimal high, int decimals) {
    BigDecimal middle = middle(low, high);
    if (middle == null || decimals == 0) {
      return middle;
    }
    long scale = Math.max(decimals, Math.max(middle.scale(), 0) + 1L);
    if (Math.abs(magnitude(middle)) + scale > MAX_DIGITS) {
      return null;
    }
    while (scale <= MAX_DIGITS) {
      BigDecimal number = middle.add(BigDecimal.valueOf(1, (int) scale));
      if (high == null || number.compareTo(high) < 0) {
        return number;
      }
      scale++;
    }
    return null;
  }

  /** A short number inside the interval; null if it would have too many digits. */
  static @Nullable BigDecimal middle(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    if ((low == null || low.signum() < 0) && (high == null || high.signum() > 0)) {
      return BigDecimal.ZERO;
    }
    if (low == null || (high != null && high.signum() <= 0)) {
      BigDecimal mirrored =
          middle(high == null ? null : high.negate(), low == null ? null : low.negate());
      return mirrored == null ? null : mirrored.negate();
    }
    if (high == null) {
      return low.signum() == 0 ? BigDecimal.ONE : above(low);
    }
    if (low.signum() == 0) {
      BigDecimal digit = BigDecimal.ONE.scaleByPowerOfTen((int) magnitude(high));
      return digit.compareTo(high) < 0 ? digit : digit.scaleByPowerOfTen(-1);
    }
    return shortest(low, high);
  }

  private static @Nullable BigDecimal above(BigDecimal low) {
    if (Math.abs(low.scale()) > MAX_DIGITS) {
      return low.scaleByPowerOfTen(1);
    }
    return new BigDecimal(low.setScale(0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE));
  }

  /** Of two positive bounds. */
  private static @Nullable BigDecimal shortest(BigDecimal low, BigDecimal high) {
    long top = magnitude(high);
    for (long position = top; position > top - MAX_DIGITS; position--) {
      if (position < magnitude(low) - MAX_DIGITS) {
        return null;
      }
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen((int) position);
      BigDecimal number =
          position > magnitude(low)
              ? unit
              : low.divide(unit, 0, RoundingMode.FLOOR).add(BigDecimal.ONE).multiply(unit);
      if (low.compareTo(number) < 0 && number.compareTo(high) < 0) {
        return number.stripTrailingZeros();
      }
    }
    return null;
  }
}
