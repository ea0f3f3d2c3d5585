package dev.steadfast.reference.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.reference.database.TestDatabase;
import dev.steadfast.reference.page.Listing;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.TestLists;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RefundListsTest {
  private static final String MERCHANT = "mer_1";
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Listing<Refund> LISTING = TestRefunds.listing();

  private static Lists lists;
  private static List<Refund> all;

  @BeforeAll
  static void fill() throws SQLException {
    DataSource database = TestDatabase.create("refund_lists");
    JdbcTemplate jdbc = new JdbcTemplate(database);
    // only refunds here, without the payments that they name
    jdbc.execute("ALTER TABLE refund DROP CONSTRAINT refund_of_payment");
    jdbc.execute(
        """
        INSERT INTO refund (id, payment_id, merchant_id, status, amount_minor, currency, created_at,
            updated_at)
        SELECT 'ref_' || lpad(n::text, 26, '0'), 'pay_' || n % 30, 'mer_' || 1 + n % 5 / 4,
               (ARRAY['pending', 'succeeded', 'succeeded', 'failed'])[1 + n % 4], 1 + n % 3, 'EUR',
               moment, moment
          FROM (SELECT n, timestamptz '2026-11-01T00:00:00Z' + n / 6 * interval '1 second' AS moment
                  FROM generate_series(1, 250) AS n) AS numbered
        """);
    lists = TestLists.on(database, Duration.ZERO, Duration.ZERO);
    all =
        jdbc.query(
            "SELECT " + LISTING.columns() + " FROM refund WHERE merchant_id = ?",
            (row, number) -> LISTING.read(row),
            MERCHANT);
    assertThat(all).hasSize(200);
  }

  @Test
  void list_ofEveryFilterAndOrder_hasExactlyTheMatchingRefundsInOrder() {
    for (Set<RefundStatus> statuses :
        List.of(
            Set.<RefundStatus>of(),
            Set.of(RefundStatus.FAILED),
            Set.of(RefundStatus.PENDING, RefundStatus.SUCCEEDED))) {
      for (String payment : new @Nullable String[] {null, "pay_7", "pay_none"}) {
        for (int bounds = 0; bounds < 4; bounds++) {
          RefundFilter filter =
              new RefundFilter(
                  payment,
                  statuses,
                  (bounds & 1) == 0 ? null : START.plusSeconds(5),
                  (bounds & 2) == 0 ? null : START.plusSeconds(30));
          List<Refund> wanted =
              all.stream()
                  .filter(refund -> matches(refund, filter))
                  .sorted(Comparator.comparing(Refund::createdAt).thenComparing(Refund::id))
                  .toList();
          assertThat(walk(filter, Order.CREATED_AT)).as("%s", filter).isEqualTo(wanted);
          List<Refund> newestFirst = new ArrayList<>(wanted);
          Collections.reverse(newestFirst);
          assertThat(walk(filter, Order.CREATED_AT_DESCENDING)).isEqualTo(newestFirst);
          OffsetPage<Refund> page =
              lists.offsetPage(LISTING, filter.of(MERCHANT), Order.CREATED_AT_DESCENDING, 3, 10);
          assertThat(page.total()).isEqualTo(wanted.size());
          assertThat(page.items())
              .isEqualTo(
                  newestFirst.subList(Math.min(3, wanted.size()), Math.min(13, wanted.size())));
        }
      }
    }
  }

  private static List<Refund> walk(RefundFilter filter, Order order) {
    return TestLists.walk(9, cursor -> lists.page(LISTING, filter.of(MERCHANT), order, 9, cursor));
  }

  private static boolean matches(Refund refund, RefundFilter filter) {
    Instant from = filter.createdFrom();
    Instant before = filter.createdBefore();
    return (filter.statuses().isEmpty() || filter.statuses().contains(refund.status()))
        && (filter.paymentId() == null || filter.paymentId().equals(refund.paymentId()))
        && (from == null || !refund.createdAt().isBefore(from))
        && (before == null || refund.createdAt().isBefore(before));
  }
}
