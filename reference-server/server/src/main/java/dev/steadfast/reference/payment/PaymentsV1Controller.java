package dev.steadfast.reference.payment;

import dev.steadfast.payments.v1.api.PaymentsApi;
import dev.steadfast.payments.v1.model.CapturePaymentRequest;
import dev.steadfast.payments.v1.model.CreatePaymentRequest;
import dev.steadfast.payments.v1.model.PaymentFailureCode;
import dev.steadfast.payments.v1.model.PaymentPage;
import dev.steadfast.payments.v1.model.PaymentSort;
import dev.steadfast.reference.money.AmountTooLargeException;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.money.DecimalAmount;
import dev.steadfast.reference.page.AmountBound;
import dev.steadfast.reference.page.Instants;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.security.CurrentCaller;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The payments of v1: decimal amounts, offsets, no status for what has expired. */
@RestController
@SuppressWarnings("deprecation") // v1 is deprecated for its clients; it is served until its sunset
class PaymentsV1Controller implements PaymentsApi {
  private final Payments payments;
  private final PaymentLists lists;
  private final CurrentCaller caller;

  PaymentsV1Controller(Payments payments, PaymentLists lists, CurrentCaller caller) {
    this.payments = payments;
    this.lists = lists;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Payment> createPayment(
      String idempotencyKey,
      CreatePaymentRequest request,
      @Nullable String requestId,
      @Nullable String traceparent) {
    dev.steadfast.payments.v1.model.CaptureMethod method = request.getCaptureMethod();
    NewPayment asked =
        new NewPayment(
            DecimalAmount.toMinor(request.getAmount(), request.getCurrency()),
            request.getCurrency(),
            method == null ? CaptureMethod.AUTOMATIC : CaptureMethod.of(method.getValue()),
            request.getPaymentMethod(),
            request.getReference(),
            request.getDescription(),
            request.getMetadata());
    Payment payment = payments.create(caller.merchant(), asked);
    return ResponseEntity.created(URI.create("/v1/payments/" + payment.id())).body(model(payment));
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Payment> getPayment(
      String paymentId, @Nullable String requestId, @Nullable String traceparent) {
    return ResponseEntity.ok(model(payments.get(caller.merchant(), paymentId)));
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Payment> capturePayment(
      String idempotencyKey,
      String paymentId,
      @Nullable String requestId,
      @Nullable String traceparent,
      @Nullable CapturePaymentRequest request) {
    String merchant = caller.merchant();
    BigDecimal amount = request == null ? null : request.getAmount();
    Long amountMinor =
        amount == null
            ? null
            : DecimalAmount.toMinor(amount, payments.get(merchant, paymentId).currency());
    try {
      return ResponseEntity.ok(model(payments.capture(merchant, paymentId, amountMinor)));
    } catch (AmountTooLargeException e) {
      throw e.inDecimals();
    }
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Payment> cancelPayment(
      String idempotencyKey,
      String paymentId,
      @Nullable String requestId,
      @Nullable String traceparent) {
    return ResponseEntity.ok(model(payments.cancel(caller.merchant(), paymentId)));
  }

  @Override
  public ResponseEntity<PaymentPage> listPayments(
      @Nullable Set<dev.steadfast.payments.v1.model.PaymentStatus> status,
      @Nullable String currency,
      @Nullable String reference,
      @Nullable BigDecimal amountMin,
      @Nullable BigDecimal amountMax,
      @Nullable OffsetDateTime createdFrom,
      @Nullable OffsetDateTime createdBefore,
      PaymentSort sort,
      Integer limit,
      Integer offset,
      @Nullable String requestId,
      @Nullable String traceparent) {
    PaymentFilter filter =
        new PaymentFilter(
            statuses(status),
            currency,
            reference,
            amountMin == null ? null : AmountBound.atLeast(amountMin),
            amountMax == null ? null : AmountBound.atMost(amountMax),
            Instants.from(createdFrom),
            Instants.from(createdBefore));
    OffsetPage<Payment> page =
        lists.offsetPage(caller.merchant(), filter, order(sort), offset, limit);
    return ResponseEntity.ok(
        new PaymentPage(
            page.items().stream().map(PaymentsV1Controller::model).toList(),
            page.total(),
            offset,
            limit));
  }

  /** What v1 calls cancelled was cancelled, or has expired. */
  private static Set<PaymentStatus> statuses(
      @Nullable Set<dev.steadfast.payments.v1.model.PaymentStatus> given) {
    Set<PaymentStatus> statuses = EnumSet.noneOf(PaymentStatus.class);
    if (given != null) {
      given.forEach(status -> statuses.add(PaymentStatus.valueOf(status.name())));
    }
    if (statuses.contains(PaymentStatus.CANCELLED)) {
      statuses.add(PaymentStatus.EXPIRED);
    }
    return statuses;
  }

  private static Order order(PaymentSort sort) {
    return switch (sort) {
      case CREATED_AT -> Order.CREATED_AT;
      case CREATED_AT_DESCENDING -> Order.CREATED_AT_DESCENDING;
      case AMOUNT -> Order.AMOUNT;
      case AMOUNT_DESCENDING -> Order.AMOUNT_DESCENDING;
    };
  }

  static dev.steadfast.payments.v1.model.Payment model(Payment payment) {
    FailureCode failure = payment.failureCode();
    return new dev.steadfast.payments.v1.model.Payment(
            payment.id(),
            payment.merchantId(),
            status(payment.status()),
            Currencies.toDecimal(payment.amountMinor(), payment.currency()),
            Currencies.toDecimal(payment.capturedAmountMinor(), payment.currency()),
            Currencies.toDecimal(payment.refundedAmountMinor(), payment.currency()),
            payment.currency(),
            dev.steadfast.payments.v1.model.CaptureMethod.valueOf(payment.captureMethod().name()),
            payment.paymentMethod(),
            payment.createdAt().atOffset(ZoneOffset.UTC),
            payment.updatedAt().atOffset(ZoneOffset.UTC))
        .reference(payment.reference())
        .description(payment.description())
        .metadata(payment.metadata())
        .failureCode(failure == null ? null : PaymentFailureCode.valueOf(failure.name()))
        .capturedAt(utc(payment.capturedAt()))
        .expiresAt(utc(payment.expiresAt()));
  }

  private static dev.steadfast.payments.v1.model.PaymentStatus status(PaymentStatus status) {
    return status == PaymentStatus.EXPIRED
        ? dev.steadfast.payments.v1.model.PaymentStatus.CANCELLED
        : dev.steadfast.payments.v1.model.PaymentStatus.valueOf(status.name());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
