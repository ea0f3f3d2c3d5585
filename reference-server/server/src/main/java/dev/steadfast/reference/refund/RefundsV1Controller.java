package dev.steadfast.reference.refund;

import dev.steadfast.payments.v1.api.RefundsApi;
import dev.steadfast.payments.v1.model.CreateRefundRequest;
import dev.steadfast.payments.v1.model.CreationSort;
import dev.steadfast.payments.v1.model.RefundPage;
import dev.steadfast.reference.money.AmountTooLargeException;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.money.DecimalAmount;
import dev.steadfast.reference.page.Instants;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.payment.Payments;
import dev.steadfast.reference.security.CurrentCaller;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The refunds of v1: decimal amounts, offsets. */
@RestController
@SuppressWarnings("deprecation") // v1 is deprecated for its clients; it is served until its sunset
class RefundsV1Controller implements RefundsApi {
  private final Refunds refunds;
  private final Payments payments;
  private final RefundListing listing;
  private final Lists lists;
  private final CurrentCaller caller;

  RefundsV1Controller(
      Refunds refunds,
      Payments payments,
      RefundListing listing,
      Lists lists,
      CurrentCaller caller) {
    this.refunds = refunds;
    this.payments = payments;
    this.listing = listing;
    this.lists = lists;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Refund> createRefund(
      String idempotencyKey,
      CreateRefundRequest request,
      @Nullable String requestId,
      @Nullable String traceparent) {
    dev.steadfast.payments.v1.model.RefundReason reason = request.getReason();
    String merchant = caller.merchant();
    NewRefund asked =
        new NewRefund(
            request.getPaymentId(),
            amountMinor(merchant, request),
            reason == null ? null : RefundReason.of(reason.getValue()),
            request.getMetadata());
    try {
      Refund refund = refunds.create(merchant, asked);
      return ResponseEntity.created(URI.create("/v1/refunds/" + refund.id())).body(model(refund));
    } catch (AmountTooLargeException e) {
      throw e.inDecimals();
    }
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Refund> getRefund(
      String refundId, @Nullable String requestId, @Nullable String traceparent) {
    return ResponseEntity.ok(model(refunds.get(caller.merchant(), refundId)));
  }

  @Override
  public ResponseEntity<RefundPage> listRefunds(
      @Nullable String paymentId,
      @Nullable Set<dev.steadfast.payments.v1.model.RefundStatus> status,
      @Nullable OffsetDateTime createdFrom,
      @Nullable OffsetDateTime createdBefore,
      CreationSort sort,
      Integer limit,
      Integer offset,
      @Nullable String requestId,
      @Nullable String traceparent) {
    RefundFilter filter =
        new RefundFilter(
            paymentId, statuses(status), Instants.from(createdFrom), Instants.from(createdBefore));
    OffsetPage<Refund> page =
        lists.offsetPage(
            listing, filter.of(caller.merchant()), Order.valueOf(sort.name()), offset, limit);
    return ResponseEntity.ok(
        new RefundPage(
            page.items().stream().map(RefundsV1Controller::model).toList(),
            page.total(),
            offset,
            limit));
  }

  /** The currency of a refund is that of its payment, which has to be read for its decimals. */
  private @Nullable Long amountMinor(String merchant, CreateRefundRequest request) {
    BigDecimal amount = request.getAmount();
    if (amount == null) {
      return null;
    }
    String currency =
        payments
            .find(merchant, request.getPaymentId())
            .orElseThrow(Refunds::paymentNotFound)
            .currency();
    return DecimalAmount.toMinor(amount, currency);
  }

  private static Set<RefundStatus> statuses(
      @Nullable Set<dev.steadfast.payments.v1.model.RefundStatus> given) {
    Set<RefundStatus> statuses = EnumSet.noneOf(RefundStatus.class);
    if (given != null) {
      given.forEach(status -> statuses.add(RefundStatus.valueOf(status.name())));
    }
    return statuses;
  }

  private static dev.steadfast.payments.v1.model.Refund model(Refund refund) {
    RefundReason reason = refund.reason();
    return new dev.steadfast.payments.v1.model.Refund(
            refund.id(),
            refund.paymentId(),
            refund.merchantId(),
            dev.steadfast.payments.v1.model.RefundStatus.valueOf(refund.status().name()),
            Currencies.toDecimal(refund.amountMinor(), refund.currency()),
            refund.currency(),
            refund.createdAt().atOffset(ZoneOffset.UTC),
            refund.updatedAt().atOffset(ZoneOffset.UTC))
        .reason(
            reason == null
                ? null
                : dev.steadfast.payments.v1.model.RefundReason.valueOf(reason.name()))
        .metadata(refund.metadata());
  }
}
