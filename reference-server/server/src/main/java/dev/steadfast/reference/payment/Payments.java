package dev.steadfast.reference.payment;

import dev.steadfast.reference.id.IdGenerator;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** What a merchant can do with payments; the same for every version of the API. */
@Service
public class Payments {
  private static final Duration AUTHORIZATION = Duration.ofDays(7);

  private final PaymentStore store;
  private final SandboxIssuer issuer;
  private final Clock clock;
  private final IdGenerator ids = new IdGenerator();

  Payments(PaymentStore store, SandboxIssuer issuer, Clock clock) {
    this.store = store;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** Asks the issuer and records what became of it. */
  public Payment create(String merchantId, NewPayment asked) {
    if (Currencies.decimals(asked.currency()).isEmpty()) {
      throw new ProblemException(
          PaymentProblem.CURRENCY_NOT_SUPPORTED,
          "The merchant cannot be paid in " + asked.currency() + ".",
          Fault.at("#/currency", "must be a currency in circulation"));
    }
    // the database keeps microseconds
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Payment payment = decide(merchantId, asked, now);
    String status =
        store
            .insert(payment, ids.next("txn_", now))
            .orElseThrow(
                () ->
                    new ProblemException(
                        PaymentProblem.INSUFFICIENT_SCOPE,
                        "The merchant " + merchantId + " does not exist."));
    if (!status.equals("active")) {
      throw new ProblemException(
          PaymentProblem.MERCHANT_SUSPENDED, "The merchant " + merchantId + " is suspended.");
    }
    return payment;
  }

  /** The merchant's payment as it is now. */
  public Payment get(String merchantId, String id) {
    return store
        .find(merchantId, id)
        .orElseThrow(
            () -> new ProblemException(PaymentProblem.NOT_FOUND, "There is nothing with this id."))
        .at(clock.instant());
  }

  private Payment decide(String merchantId, NewPayment asked, Instant now) {
    FailureCode failure = issuer.refusal(asked.paymentMethod()).orElse(null);
    boolean authorized = failure == null;
    boolean captured = authorized && asked.captureMethod() == CaptureMethod.AUTOMATIC;
    PaymentStatus status =
        captured
            ? PaymentStatus.CAPTURED
            : authorized ? PaymentStatus.AUTHORIZED : PaymentStatus.FAILED;
    return new Payment(
        ids.next("pay_", now),
        merchantId,
        status,
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
        status == PaymentStatus.AUTHORIZED ? now.plus(AUTHORIZATION) : null);
  }
}
