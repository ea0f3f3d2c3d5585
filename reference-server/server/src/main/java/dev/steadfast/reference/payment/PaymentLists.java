package dev.steadfast.reference.payment;

import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.Page;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of a merchant's payments, as they are at the time of the request. */
@Component
class PaymentLists {
  private final PaymentListing listing;
  private final Lists lists;
  private final Clock clock;

  PaymentLists(PaymentRow row, Lists lists, Clock clock) {
    this.listing = new PaymentListing(row);
    this.lists = lists;
    this.clock = clock;
  }

  /** One page; see {@link Lists#page}. */
  Page<Payment> page(
      String merchantId, PaymentFilter filter, Order order, int limit, @Nullable String cursor) {
    Instant now = clock.instant();
    Page<Payment> page = lists.page(listing, filter.of(merchantId, now), order, limit, cursor);
    return new Page<>(page.items().stream().map(payment -> payment.at(now)).toList(), page.next());
  }

  /** The payments after so many others; see {@link Lists#offsetPage}. */
  OffsetPage<Payment> offsetPage(
      String merchantId, PaymentFilter filter, Order order, int offset, int limit) {
    Instant now = clock.instant();
    OffsetPage<Payment> page =
        lists.offsetPage(listing, filter.of(merchantId, now), order, offset, limit);
    return new OffsetPage<>(
        page.items().stream().map(payment -> payment.at(now)).toList(), page.total());
  }
}
