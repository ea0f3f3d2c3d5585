package dev.steadfast.reference.payment;

import dev.steadfast.reference.id.IdGenerator;
import dev.steadfast.reference.money.AmountTooLargeException;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a merchant can do with payments; the same for every version of the API. */
@Service
public class Payments {
  private final PaymentStore store;
  private final SandboxIssuer issuer;
  private final Clock clock;
  private final IdGenerator ids;
  private final PaymentProperties properties;

  Payments(
      PaymentStore store,
      SandboxIssuer issuer,
      Clock clock,
      IdGenerator ids,
      PaymentProperties properties) {
    this.store = store;
    this.issuer = issuer;
    this.clock = clock;
    this.ids = ids;
    this.properties = properties;
  }

  /** Asks the issuer and records what became of it. */
  public Payment create(String merchantId, NewPayment asked) {
    if (Currencies.decimals(asked.currency()).isEmpty()) {
      throw Currencies.notSupported(asked.currency());
    }
    Instant now = now();
    Payment payment = decide(merchantId, asked, now);
    checkActive(merchantId, store.insert(payment, ids.next("txn_", now)));
    return payment;
  }

  /** The merchant's payment as it is now. */
  public Payment get(String merchantId, String id) {
    return find(merchantId, id).orElseThrow(Payments::notFound);
  }

  /** The merchant's payment as it is now; empty when it has none of this id. */
  public Optional<Payment> find(String merchantId, String id) {
    return store.find(merchantId, id).map(payment -> payment.at(clock.instant()));
  }

  /**
   * Takes authorised money.
   *
   * @param amountMinor all of it when null
   * @throws AmountTooLargeException when less was authorised
   */
  public Payment capture(String merchantId, String id, @Nullable Long amountMinor) {
    Instant now = now();
    return changed(
        merchantId,
        store.capture(merchantId, id, amountMinor, now, ids.next("txn_", now)),
        amountMinor == null ? 0 : amountMinor,
        now);
  }

  /** Releases authorised money. */
  public Payment cancel(String merchantId, String id) {
    Instant now = now();
    return changed(merchantId, store.cancel(merchantId, id, now), 0, now);
  }

  private static Payment changed(
      String merchantId, Optional<PaymentStore.Change> change, long askedMinor, Instant now) {
    checkActive(merchantId, change.map(PaymentStore.Change::merchantStatus));
    Payment payment = change.map(PaymentStore.Change::payment).orElseThrow(Payments::notFound);
    if (change.get().done()) {
      return payment;
    }
    Payment current = payment.at(now);
    if (current.status() != PaymentStatus.AUTHORIZED) {
      throw new ProblemException(
          PaymentProblem.PAYMENT_STATE_CONFLICT,
          "The payment " + current.id() + " is " + current.status().words() + ".");
    }
    throw new AmountTooLargeException(current.amountMinor(), askedMinor, current.currency());
  }

  private static void checkActive(String merchantId, Optional<String> status) {
    if (status.isEmpty()) {
      throw new ProblemException(
          PaymentProblem.INSUFFICIENT_SCOPE, "The merchant " + merchantId + " does not exist.");
    }
    if (!status.get().equals("active")) {
      throw new ProblemException(
          PaymentProblem.MERCHANT_SUSPENDED, "The merchant " + merchantId + " is suspended.");
    }
  }

  private static ProblemException notFound() {
    return new ProblemException(PaymentProblem.NOT_FOUND, "There is nothing with this id.");
  }

  /** The database keeps microseconds: what is answered now is what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Payment decide(String merchantId, NewPayment asked, Instant now) {
    FailureCode failure = issuer.refusal(asked.paymentMethod()).orElse(null);
    boolean authorized = failure == null;
    boolean captured = authorized && asked.captureMethod() == CaptureMethod.AUTOMATIC;
    PaymentStatus ifAuthorized = captured ? PaymentStatus.CAPTURED : PaymentStatus.AUTHORIZED;
    return new Payment(
        ids.next("pay_", now),
        merchantId,
        authorized ? ifAuthorized : PaymentStatus.FAILED,
        asked.amountMinor(),
        captured ? asked.amountMinor() : 0,
        0,
        asked.currency(),
        asked.captureMethod(),
        asked.paymentMethod(),
        asked.reference(),
        asked.description(),
        asked.metadata(),
        failure,
        now,
        now,
        captured ? now : null,
        authorized && !captured ? now.plus(properties.authorization()) : null);
  }
}
