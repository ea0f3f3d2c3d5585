package dev.steadfast.reference.refund;

import dev.steadfast.reference.page.Selection;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which refunds are asked for: those that match everything that is given.
 *
 * @param statuses all of them when empty
 * @param createdFrom the first instant
 * @param createdBefore the instant after the last one
 */
record RefundFilter(
    @Nullable String paymentId,
    Set<RefundStatus> statuses,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {

  RefundFilter {
    statuses = Set.copyOf(statuses);
  }

  /** Those of them that are the merchant's. */
  Selection of(String merchantId) {
    return new Selection(
        merchantId,
        statuses.stream().map(RefundStatus::code).collect(Collectors.toCollection(TreeSet::new)),
        null,
        paymentId,
        null,
        null,
        null,
        createdFrom,
        createdBefore,
        null);
  }
}
