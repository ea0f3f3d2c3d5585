package dev.steadfast.reference.money;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.math.BigDecimal;
import java.util.OptionalInt;

/** Amounts as v1 writes them: decimal numbers in the currency's main unit. */
public final class DecimalAmount {
  /** The most that any version can say, in the smallest unit. */
  private static final long LARGEST = 99_999_999_999L;

  private DecimalAmount() {}

  /**
   * The amount in the currency's smallest unit.
   *
   * @throws ProblemException when the currency has fewer decimals, or is not in circulation, or the
   *     amount is larger than a payment can be
   */
  public static long toMinor(BigDecimal amount, String currency) {
    OptionalInt decimals = Currencies.decimals(currency);
    if (decimals.isEmpty()) {
      throw Currencies.notSupported(currency);
    }
    if (amount.stripTrailingZeros().scale() > decimals.getAsInt()) {
      throw new ProblemException(
          PaymentProblem.AMOUNT_TOO_PRECISE,
          "Amounts in " + currency + " have " + decimals.getAsInt() + " decimals at most.",
          Fault.at("#/amount", "must have at most " + decimals.getAsInt() + " decimals"));
    }
    BigDecimal largest = BigDecimal.valueOf(LARGEST, decimals.getAsInt());
    if (amount.compareTo(largest) > 0) {
      throw new ProblemException(
          PaymentProblem.AMOUNT_TOO_LARGE,
          "A payment in " + currency + " can be " + largest.toPlainString() + " at most.",
          Fault.at("#/amount", "must be at most " + largest.toPlainString()));
    }
    return amount.movePointRight(decimals.getAsInt()).longValueExact();
  }
}
