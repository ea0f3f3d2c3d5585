package dev.steadfast.reference.payment;

import dev.steadfast.payments.v2.api.PaymentsApi;
import dev.steadfast.payments.v2.model.CapturePaymentRequest;
import dev.steadfast.payments.v2.model.CreatePaymentRequest;
import dev.steadfast.payments.v2.model.PaymentFailureCode;
import dev.steadfast.payments.v2.model.PaymentPage;
import dev.steadfast.payments.v2.model.PaymentSort;
import dev.steadfast.reference.money.AmountTooLargeException;
import dev.steadfast.reference.page.AmountBound;
import dev.steadfast.reference.page.Instants;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.Page;
import dev.steadfast.reference.security.CurrentCaller;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The payments of v2. */
@RestController
class PaymentsV2Controller implements PaymentsApi {
  private final Payments payments;
  private final PaymentLists lists;
  private final CurrentCaller caller;

  PaymentsV2Controller(Payments payments, PaymentLists lists, CurrentCaller caller) {
    this.payments = payments;
    this.lists = lists;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v2.model.Payment> createPayment(
      String idempotencyKey,
      CreatePaymentRequest request,
      @Nullable String requestId,
      @Nullable String traceparent) {
    dev.steadfast.payments.v2.model.CaptureMethod method = request.getCaptureMethod();
    NewPayment asked =
        new NewPayment(
            request.getAmountMinor(),
            request.getCurrency(),
            method == null ? CaptureMethod.AUTOMATIC : CaptureMethod.of(method.getValue()),
            request.getPaymentMethod(),
            request.getReference(),
            request.getDescription(),
            request.getMetadata());
    Payment payment = payments.create(caller.merchant(), asked);
    return ResponseEntity.created(URI.create("/v2/payments/" + payment.id())).body(model(payment));
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v2.model.Payment> getPayment(
      String paymentId, @Nullable String requestId, @Nullable String traceparent) {
    return ResponseEntity.ok(model(payments.get(caller.merchant(), paymentId)));
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v2.model.Payment> capturePayment(
      String idempotencyKey,
      String paymentId,
      @Nullable String requestId,
      @Nullable String traceparent,
      @Nullable CapturePaymentRequest request) {
    Long amountMinor = request == null ? null : request.getAmountMinor();
    try {
      return ResponseEntity.ok(model(payments.capture(caller.merchant(), paymentId, amountMinor)));
    } catch (AmountTooLargeException e) {
      throw e.inMinorUnits();
    }
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v2.model.Payment> cancelPayment(
      String idempotencyKey,
      String paymentId,
      @Nullable String requestId,
      @Nullable String traceparent) {
    return ResponseEntity.ok(model(payments.cancel(caller.merchant(), paymentId)));
  }

  @Override
  public ResponseEntity<PaymentPage> listPayments(
      @Nullable Set<dev.steadfast.payments.v2.model.PaymentStatus> status,
      @Nullable String currency,
      @Nullable String reference,
      @Nullable Long amountMinorMin,
      @Nullable Long amountMinorMax,
      @Nullable OffsetDateTime createdFrom,
      @Nullable OffsetDateTime createdBefore,
      PaymentSort sort,
      Integer limit,
      @Nullable String cursor,
      @Nullable String requestId,
      @Nullable String traceparent) {
    PaymentFilter filter =
        new PaymentFilter(
            statuses(status),
            currency,
            reference,
            amountMinorMin == null ? null : AmountBound.ofMinor(amountMinorMin),
            amountMinorMax == null ? null : AmountBound.ofMinor(amountMinorMax),
            Instants.from(createdFrom),
            Instants.from(createdBefore));
    Page<Payment> page = lists.page(caller.merchant(), filter, order(sort), limit, cursor);
    return ResponseEntity.ok(
        new PaymentPage(page.items().stream().map(PaymentsV2Controller::model).toList())
            .next(page.next()));
  }

  private static Set<PaymentStatus> statuses(
      @Nullable Set<dev.steadfast.payments.v2.model.PaymentStatus> given) {
    return given == null
        ? Set.of()
        : given.stream()
            .map(status -> PaymentStatus.valueOf(status.name()))
            .collect(Collectors.toSet());
  }

  private static Order order(PaymentSort sort) {
    return switch (sort) {
      case CREATED_AT -> Order.CREATED_AT;
      case CREATED_AT_DESCENDING -> Order.CREATED_AT_DESCENDING;
      case AMOUNT_MINOR -> Order.AMOUNT;
      case AMOUNT_MINOR_DESCENDING -> Order.AMOUNT_DESCENDING;
    };
  }

  static dev.steadfast.payments.v2.model.Payment model(Payment payment) {
    FailureCode failure = payment.failureCode();
    return new dev.steadfast.payments.v2.model.Payment(
            payment.id(),
            payment.merchantId(),
            dev.steadfast.payments.v2.model.PaymentStatus.valueOf(payment.status().name()),
            payment.amountMinor(),
            payment.capturedAmountMinor(),
            payment.refundedAmountMinor(),
            payment.currency(),
            dev.steadfast.payments.v2.model.CaptureMethod.valueOf(payment.captureMethod().name()),
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

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
