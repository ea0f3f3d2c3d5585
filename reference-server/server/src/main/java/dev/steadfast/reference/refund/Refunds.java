package dev.steadfast.reference.refund;

import dev.steadfast.reference.id.IdGenerator;
import dev.steadfast.reference.money.AmountTooLargeException;
import dev.steadfast.reference.payment.PaymentStatus;
import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** What a merchant can do with refunds; the same for every version of the API. */
@Service
public class Refunds {
  private final RefundStore store;
  private final Clock clock;
  private final IdGenerator ids;

  Refunds(RefundStore store, Clock clock, IdGenerator ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Gives captured money back. A suspended merchant can do it, too.
   *
   * @throws AmountTooLargeException when less is left
   */
  public Refund create(String merchantId, NewRefund asked) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    RefundStore.Creation creation =
        store
            .insert(merchantId, asked, ids.next("ref_", now), now, ids.next("txn_", now))
            .orElseThrow(Refunds::paymentNotFound);
    Refund refund = creation.refund();
    if (refund != null) {
      return refund;
    }
    PaymentStatus status = PaymentStatus.of(creation.paymentStatus());
    boolean refundable =
        status == PaymentStatus.CAPTURED || status == PaymentStatus.PARTIALLY_REFUNDED;
    Long askedMinor = asked.amountMinor();
    if (refundable && askedMinor != null) {
      throw new AmountTooLargeException(creation.leftMinor(), askedMinor, creation.currency());
    }
    throw new ProblemException(
        PaymentProblem.PAYMENT_STATE_CONFLICT,
        "The payment " + asked.paymentId() + " is " + status.words() + ".");
  }

  /** The merchant's refund as it is now. */
  public Refund get(String merchantId, String id) {
    return store
        .find(merchantId, id)
        .orElseThrow(
            () -> new ProblemException(PaymentProblem.NOT_FOUND, "There is nothing with this id."));
  }

  /** The refusal of a refund whose payment the merchant does not have. */
  static ProblemException paymentNotFound() {
    return new ProblemException(
        PaymentProblem.PAYMENT_NOT_FOUND,
        "There is no payment with this id.",
        Fault.at("#/paymentId", "names no payment"));
  }
}
