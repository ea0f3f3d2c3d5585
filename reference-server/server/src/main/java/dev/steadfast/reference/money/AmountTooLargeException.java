package dev.steadfast.reference.money;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;

/** More was asked for than there is. Each version of the API says it in its own amounts. */
public final class AmountTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long leftMinor;
  private final long askedMinor;
  private final String currency;

  /** Amounts are in the currency's smallest unit. */
  public AmountTooLargeException(long leftMinor, long askedMinor, String currency) {
    super("more than is left", null, false, false);
    this.leftMinor = leftMinor;
    this.askedMinor = askedMinor;
    this.currency = currency;
  }

  /** The refusal in integers of the smallest unit. */
  public ProblemException inMinorUnits() {
    return refusal("#/amountMinor", Long.toString(leftMinor), Long.toString(askedMinor));
  }

  /** The refusal in decimals of the main unit. */
  public ProblemException inDecimals() {
    return refusal(
        "#/amount",
        Currencies.toDecimal(leftMinor, currency).toPlainString(),
        Currencies.toDecimal(askedMinor, currency).toPlainString());
  }

  private static ProblemException refusal(String pointer, String left, String asked) {
    return new ProblemException(
        PaymentProblem.AMOUNT_TOO_LARGE,
        left + " can be taken at most, " + asked + " was asked for.",
        Fault.at(pointer, "must be at most " + left));
  }
}
