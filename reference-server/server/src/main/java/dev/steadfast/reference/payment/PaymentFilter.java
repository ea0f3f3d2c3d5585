package dev.steadfast.reference.payment;

import dev.steadfast.reference.page.AmountBound;
import dev.steadfast.reference.page.Condition;
import dev.steadfast.reference.page.Selection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which payments are asked for: those that match everything that is given.
 *
 * @param statuses all of them when empty
 * @param atLeast the smallest amount
 * @param atMost the largest amount
 * @param createdFrom the first instant
 * @param createdBefore the instant after the last one
 */
record PaymentFilter(
    Set<PaymentStatus> statuses,
    @Nullable String currency,
    @Nullable String reference,
    @Nullable AmountBound atLeast,
    @Nullable AmountBound atMost,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {

  PaymentFilter {
    statuses = Set.copyOf(statuses);
  }

  /** Those of them that are the merchant's at that time. */
  Selection of(String merchantId, Instant now) {
    SortedSet<String> stored = new TreeSet<>();
    statuses.forEach(status -> stored.add(status.code()));
    boolean authorized = statuses.contains(PaymentStatus.AUTHORIZED);
    boolean expired = statuses.contains(PaymentStatus.EXPIRED);
    Condition condition = null;
    if (authorized != expired) {
      // what has just expired may be stored as authorized for a while yet
      stored.add(PaymentStatus.AUTHORIZED.code());
      condition =
          new Condition(
              authorized ? "not yet expired" : "expired",
              "(payment.status <> 'authorized' OR payment.expires_at "
                  + (authorized ? ">" : "<=")
                  + " ?)",
              List.of(now.atOffset(ZoneOffset.UTC)));
    }
    return new Selection(
        merchantId,
        stored,
        currency,
        null,
        reference,
        atLeast,
        atMost,
        createdFrom,
        createdBefore,
        condition);
  }
}
