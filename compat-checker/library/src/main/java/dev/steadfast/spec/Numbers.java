package dev.steadfast.spec;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Exact numbers from text, within limits. */
final class Numbers {

  private static final int LONG_DIGITS = 18;

  private Numbers() {}

  /** The value of a decimal number; null when {@link Limits} forbid it. */
  static @Nullable BigDecimal decimal(char[] chars, int offset, int length, Limits limits) {
    if (length <= LONG_DIGITS) {
      long value = 0;
      int i = chars[offset] == '-' || chars[offset] == '+' ? 1 : 0;
      while (i < length && chars[offset + i] >= '0' && chars[offset + i] <= '9') {
        value = 10 * value + chars[offset + i++] - '0';
      }
      if (i == length) {
        return BigDecimal.valueOf(chars[offset] == '-' ? -value : value);
      }
    } else if (length > limits.digits()) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(chars, offset, length);
      long exponent = (long) value.precision() - value.scale();
      return Math.abs(exponent) > limits.exponent() ? null : value;
    } catch (NumberFormatException e) { // an exponent beyond 32 bits
      return null;
    }
  }

  static String outOfRange(Limits limits) {
    return String.format(
        Locale.ROOT,
        "number out of range: more than %,d characters, or an exponent beyond %,d",
        limits.digits(),
        limits.exponent());
  }
}
