package dev.steadfast.reference.transaction;

import dev.steadfast.payments.v1.api.TransactionsApi;
import dev.steadfast.payments.v1.model.CreationSort;
import dev.steadfast.payments.v1.model.TransactionPage;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.page.Instants;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.security.CurrentCaller;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The transactions of v1: decimal amounts, offsets. */
@RestController
@SuppressWarnings("deprecation") // v1 is deprecated for its clients; it is served until its sunset
class TransactionsV1Controller implements TransactionsApi {
  private final TransactionListing listing = new TransactionListing();
  private final Lists lists;
  private final CurrentCaller caller;

  TransactionsV1Controller(Lists lists, CurrentCaller caller) {
    this.lists = lists;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<TransactionPage> listTransactions(
      @Nullable Set<dev.steadfast.payments.v1.model.TransactionType> type,
      @Nullable String paymentId,
      @Nullable String currency,
      @Nullable OffsetDateTime createdFrom,
      @Nullable OffsetDateTime createdBefore,
      CreationSort sort,
      Integer limit,
      Integer offset,
      @Nullable String requestId,
      @Nullable String traceparent) {
    TransactionFilter filter =
        new TransactionFilter(
            types(type),
            paymentId,
            currency,
            Instants.from(createdFrom),
            Instants.from(createdBefore));
    OffsetPage<Transaction> page =
        lists.offsetPage(
            listing, filter.of(caller.merchant()), Order.valueOf(sort.name()), offset, limit);
    return ResponseEntity.ok(
        new TransactionPage(
            page.items().stream().map(TransactionsV1Controller::model).toList(),
            page.total(),
            offset,
            limit));
  }

  private static Set<TransactionType> types(
      @Nullable Set<dev.steadfast.payments.v1.model.TransactionType> given) {
    return given == null
        ? Set.of()
        : given.stream()
            .map(type -> TransactionType.valueOf(type.name()))
            .collect(Collectors.toSet());
  }

  private static dev.steadfast.payments.v1.model.Transaction model(Transaction transaction) {
    return new dev.steadfast.payments.v1.model.Transaction(
            transaction.id(),
            dev.steadfast.payments.v1.model.TransactionType.valueOf(transaction.type().name()),
            Currencies.toDecimal(transaction.amountMinor(), transaction.currency()),
            transaction.currency(),
            transaction.paymentId(),
            transaction.createdAt().atOffset(ZoneOffset.UTC))
        .refundId(transaction.refundId());
  }
}
