package dev.steadfast.reference.transaction;

import dev.steadfast.reference.page.Selection;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are asked for: those that match everything that is given.
 *
 * @param types all of them when empty
 * @param createdFrom the first instant
 * @param createdBefore the instant after the last one
 */
record TransactionFilter(
    Set<TransactionType> types,
    @Nullable String paymentId,
    @Nullable String currency,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {

  /** Those of them that are the merchant's. */
  Selection of(String merchantId) {
    return new Selection(
        merchantId,
        types.stream().map(TransactionType::code).collect(Collectors.toCollection(TreeSet::new)),
        currency,
        paymentId,
        null,
        null,
        null,
        createdFrom,
        createdBefore,
        null);
  }
}
