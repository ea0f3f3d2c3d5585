package dev.steadfast.reference.page;

import dev.steadfast.reference.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A limit of an amount without its currency. v2 compares the bare number of smallest units; v1 that
 * of main units, which is another number of smallest units for each number of decimals.
 *
 * @param noDecimals the limit for currencies like JPY, in their smallest unit
 * @param twoDecimals the limit for currencies like EUR
 * @param threeDecimals the limit for currencies like KWD
 */
public record AmountBound(long noDecimals, long twoDecimals, long threeDecimals) {

  /** The same number of smallest units in every currency. */
  public static AmountBound ofMinor(long amountMinor) {
    return new AmountBound(amountMinor, amountMinor, amountMinor);
  }

  /** The smallest amounts that are at least this one in main units. */
  public static AmountBound atLeast(BigDecimal amount) {
    return of(amount, RoundingMode.CEILING);
  }

  /** The largest amounts that are at most this one in main units. */
  public static AmountBound atMost(BigDecimal amount) {
    return of(amount, RoundingMode.FLOOR);
  }

  private static AmountBound of(BigDecimal amount, RoundingMode rounding) {
    return new AmountBound(
        minor(amount, 0, rounding), minor(amount, 2, rounding), minor(amount, 3, rounding));
  }

  private static long minor(BigDecimal amount, int decimals, RoundingMode rounding) {
    return amount.setScale(decimals, rounding).unscaledValue().longValueExact();
  }

  /** Whether the currency makes no difference. */
  boolean isSame() {
    return noDecimals == twoDecimals && twoDecimals == threeDecimals;
  }

  /** The limit for amounts in this currency, in its smallest unit. */
  long in(String currency) {
    int decimals = Currencies.decimals(currency).orElse(2);
    return decimals == 0 ? noDecimals : decimals == 3 ? threeDecimals : twoDecimals;
  }
}
