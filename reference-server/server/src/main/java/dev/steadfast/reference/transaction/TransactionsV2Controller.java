package dev.steadfast.reference.transaction;

import dev.steadfast.payments.v2.api.TransactionsApi;
import dev.steadfast.payments.v2.model.CreationSort;
import dev.steadfast.payments.v2.model.TransactionPage;
import dev.steadfast.reference.page.Instants;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.Page;
import dev.steadfast.reference.security.CurrentCaller;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The transactions of v2. */
@RestController
class TransactionsV2Controller implements TransactionsApi {
  private final TransactionListing listing = new TransactionListing();
  private final Lists lists;
  private final CurrentCaller caller;

  TransactionsV2Controller(Lists lists, CurrentCaller caller) {
    this.lists = lists;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<TransactionPage> listTransactions(
      @Nullable Set<dev.steadfast.payments.v2.model.TransactionType> type,
      @Nullable String paymentId,
      @Nullable String currency,
      @Nullable OffsetDateTime createdFrom,
      @Nullable OffsetDateTime createdBefore,
      CreationSort sort,
      Integer limit,
      @Nullable String cursor,
      @Nullable String requestId,
      @Nullable String traceparent) {
    TransactionFilter filter =
        new TransactionFilter(
            types(type),
            paymentId,
            currency,
            Instants.from(createdFrom),
            Instants.from(createdBefore));
    Page<Transaction> page =
        lists.page(
            listing, filter.of(caller.merchant()), Order.valueOf(sort.name()), limit, cursor);
    return ResponseEntity.ok(
        new TransactionPage(page.items().stream().map(TransactionsV2Controller::model).toList())
            .next(page.next()));
  }

  private static Set<TransactionType> types(
      @Nullable Set<dev.steadfast.payments.v2.model.TransactionType> given) {
    return given == null
        ? Set.of()
        : given.stream()
            .map(type -> TransactionType.valueOf(type.name()))
            .collect(Collectors.toSet());
  }

  private static dev.steadfast.payments.v2.model.Transaction model(Transaction transaction) {
    return new dev.steadfast.payments.v2.model.Transaction(
            transaction.id(),
            dev.steadfast.payments.v2.model.TransactionType.valueOf(transaction.type().name()),
            transaction.amountMinor(),
            transaction.currency(),
            transaction.paymentId(),
            transaction.createdAt().atOffset(ZoneOffset.UTC))
        .refundId(transaction.refundId());
  }
}
