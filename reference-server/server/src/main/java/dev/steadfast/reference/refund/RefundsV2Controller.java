package dev.steadfast.reference.refund;

import dev.steadfast.payments.v2.api.RefundsApi;
import dev.steadfast.payments.v2.model.CreateRefundRequest;
import dev.steadfast.payments.v2.model.CreationSort;
import dev.steadfast.payments.v2.model.RefundPage;
import dev.steadfast.reference.money.AmountTooLargeException;
import dev.steadfast.reference.page.Instants;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.Page;
import dev.steadfast.reference.security.CurrentCaller;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The refunds of v2. */
@RestController
class RefundsV2Controller implements RefundsApi {
  private final Refunds refunds;
  private final RefundListing listing;
  private final Lists lists;
  private final CurrentCaller caller;

  RefundsV2Controller(Refunds refunds, RefundListing listing, Lists lists, CurrentCaller caller) {
    this.refunds = refunds;
    this.listing = listing;
    this.lists = lists;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v2.model.Refund> createRefund(
      String idempotencyKey,
      CreateRefundRequest request,
      @Nullable String requestId,
      @Nullable String traceparent) {
    dev.steadfast.payments.v2.model.RefundReason reason = request.getReason();
    NewRefund asked =
        new NewRefund(
            request.getPaymentId(),
            request.getAmountMinor(),
            reason == null ? null : RefundReason.of(reason.getValue()),
            request.getMetadata());
    try {
      Refund refund = refunds.create(caller.merchant(), asked);
      return ResponseEntity.created(URI.create("/v2/refunds/" + refund.id())).body(model(refund));
    } catch (AmountTooLargeException e) {
      throw e.inMinorUnits();
    }
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v2.model.Refund> getRefund(
      String refundId, @Nullable String requestId, @Nullable String traceparent) {
    return ResponseEntity.ok(model(refunds.get(caller.merchant(), refundId)));
  }

  @Override
  public ResponseEntity<RefundPage> listRefunds(
      @Nullable String paymentId,
      @Nullable Set<dev.steadfast.payments.v2.model.RefundStatus> status,
      @Nullable OffsetDateTime createdFrom,
      @Nullable OffsetDateTime createdBefore,
      CreationSort sort,
      Integer limit,
      @Nullable String cursor,
      @Nullable String requestId,
      @Nullable String traceparent) {
    RefundFilter filter =
        new RefundFilter(
            paymentId, statuses(status), Instants.from(createdFrom), Instants.from(createdBefore));
    Page<Refund> page =
        lists.page(
            listing, filter.of(caller.merchant()), Order.valueOf(sort.name()), limit, cursor);
    return ResponseEntity.ok(
        new RefundPage(page.items().stream().map(RefundsV2Controller::model).toList())
            .next(page.next()));
  }

  private static Set<RefundStatus> statuses(
      @Nullable Set<dev.steadfast.payments.v2.model.RefundStatus> given) {
    Set<RefundStatus> statuses = EnumSet.noneOf(RefundStatus.class);
    if (given != null) {
      given.forEach(status -> statuses.add(RefundStatus.valueOf(status.name())));
    }
    return statuses;
  }

  private static dev.steadfast.payments.v2.model.Refund model(Refund refund) {
    RefundReason reason = refund.reason();
    return new dev.steadfast.payments.v2.model.Refund(
            refund.id(),
            refund.paymentId(),
            refund.merchantId(),
            dev.steadfast.payments.v2.model.RefundStatus.valueOf(refund.status().name()),
            refund.amountMinor(),
            refund.currency(),
            refund.createdAt().atOffset(ZoneOffset.UTC),
            refund.updatedAt().atOffset(ZoneOffset.UTC))
        .reason(
            reason == null
                ? null
                : dev.steadfast.payments.v2.model.RefundReason.valueOf(reason.name()))
        .metadata(refund.metadata());
  }
}
