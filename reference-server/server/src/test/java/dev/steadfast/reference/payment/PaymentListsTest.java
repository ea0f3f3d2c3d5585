package dev.steadfast.reference.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.reference.database.TestDatabase;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.page.AmountBound;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.Page;
import dev.steadfast.reference.page.TestLists;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class PaymentListsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  // between the ends of the authorisations below
  private static final Instant NOW = START.plusSeconds(100);
  private static final String MERCHANT = "mer_00000000000000000000000001";
  private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
  private static final Comparator<Payment> BY_CREATION =
      Comparator.comparing(Payment::createdAt).thenComparing(Payment::id);

  private static PaymentLists lists;
  private static List<Payment> all;

  @BeforeAll
  static void fill() throws Exception {
    DataSource database = TestDatabase.create("payment_lists");
    // six payments in every second, five amounts, so that all orders have equal values
    new JdbcTemplate(database)
        .execute(
            """
            INSERT INTO payment (id, merchant_id, status, amount_minor, captured_amount_minor,
                refunded_amount_minor, currency, capture_method, payment_method, reference,
                failure_code, created_at, updated_at, captured_at, expires_at)
            SELECT 'pay_' || lpad(n::text, 26, '0'),
                   'mer_' || lpad((1 + (n % 10) / 9)::text, 26, '0'),
                   status, amount,
                   CASE WHEN captured THEN amount ELSE 0 END,
                   CASE status WHEN 'refunded' THEN amount WHEN 'partially_refunded' THEN 1 ELSE 0 END,
                   (ARRAY['EUR', 'JPY', 'KWD'])[1 + n % 3], 'manual', 'pm_card_visa',
                   CASE WHEN n % 4 = 0 THEN 'order-' || n % 8 END,
                   CASE WHEN status = 'failed' THEN 'card_declined' END,
                   moment, moment,
                   CASE WHEN captured THEN moment END,
                   CASE WHEN status = 'authorized'
                        THEN timestamptz '2026-11-01T00:00:00Z' + n * interval '1 second' END
              FROM (SELECT n, status, 2 + n % 5 AS amount,
                           status IN ('captured', 'partially_refunded', 'refunded') AS captured,
                           timestamptz '2026-11-01T00:00:00Z' + n / 6 * interval '1 second' AS moment
                      FROM (SELECT n, (ARRAY['authorized', 'captured', 'captured', 'captured',
                               'partially_refunded', 'refunded', 'cancelled', 'expired', 'failed',
                               'authorized', 'captured'])[1 + n % 11] AS status
                              FROM generate_series(1, 330) AS n) AS numbered) AS payments
            """);
    PaymentRow row = new PaymentRow(new JsonMapper());
    Lists pages = TestLists.on(database, Duration.ZERO, Duration.ZERO);
    lists = new PaymentLists(row, pages, Clock.fixed(NOW, ZoneOffset.UTC));
    all =
        new JdbcTemplate(database)
            .query(
                "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE merchant_id = ?",
                (found, number) -> row.read(found).at(NOW),
                MERCHANT);
    assertThat(all).hasSize(297);
  }

  @Test
  void list_ofEveryFilterAndOrder_hasExactlyTheMatchingPaymentsInOrder() {
    List<PaymentFilter> filters = filters(AmountBound.ofMinor(3), AmountBound.ofMinor(5));
    // every third: 3 and 64 have no common factor, so each filter is there with and without each
    // other
    for (int i = 0; i < filters.size(); i += 3) {
      PaymentFilter filter = filters.get(i);
      for (Order order : Order.values()) {
        List<Payment> wanted =
            all.stream()
                .filter(payment -> matches(payment, filter))
                .sorted(comparator(order, Payment::amountMinor))
                .toList();
        assertThat(TestLists.walk(13, cursor -> lists.page(MERCHANT, filter, order, 13, cursor)))
            .as("%s %s", filter, order)
            .isEqualTo(wanted);
      }
    }
  }

  @Test
  void offsets_ofEveryFilterAndOrder_countAmountsInMainUnits() {
    // 3 JPY and 0.003 KWD and 0.03 EUR are different amounts
    AmountBound least = AmountBound.atLeast(new BigDecimal("0.004"));
    AmountBound most = AmountBound.atMost(new BigDecimal("4"));
    List<PaymentFilter> filters = filters(least, most);
    // every seventh: 7 and 64 have no common factor, so each filter is there with and without each
    // other
    for (int i = 0; i < filters.size(); i += 7) {
      PaymentFilter filter = filters.get(i);
      for (Order order : Order.values()) {
        List<Payment> wanted =
            all.stream()
                .filter(payment -> matches(payment, filter))
                .sorted(comparator(order, PaymentListsTest::inMainUnits))
                .toList();
        List<Payment> found = new ArrayList<>();
        for (int offset = 0; offset <= wanted.size(); offset += 40) {
          OffsetPage<Payment> page = lists.offsetPage(MERCHANT, filter, order, offset, 40);
          assertThat(page.total()).isEqualTo(wanted.size());
          found.addAll(page.items());
        }
        assertThat(found).as("%s %s", filter, order).isEqualTo(wanted);
      }
    }
  }

  @Test
  void cursor_ofOneStatus_isNotOneOfAnother() {
    for (PaymentStatus one : PaymentStatus.values()) {
      Page<Payment> page = lists.page(MERCHANT, of(Set.of(one)), Order.AMOUNT, 2, null);
      String next = String.valueOf(page.next());
      for (PaymentStatus other : PaymentStatus.values()) {
        if (other != one) {
          assertThatThrownBy(() -> lists.page(MERCHANT, of(Set.of(other)), Order.AMOUNT, 2, next))
              .hasMessage("The request has one fault.");
        }
      }
    }
  }

  private static PaymentFilter of(Set<PaymentStatus> statuses) {
    return new PaymentFilter(statuses, null, null, null, null, null, null);
  }

  private static List<PaymentFilter> filters(AmountBound least, AmountBound most) {
    List<PaymentFilter> filters = new ArrayList<>();
    for (Set<PaymentStatus> statuses :
        List.of(
            Set.<PaymentStatus>of(),
            Set.of(PaymentStatus.CAPTURED),
            Set.of(PaymentStatus.AUTHORIZED),
            Set.of(PaymentStatus.EXPIRED, PaymentStatus.CANCELLED),
            Set.of(PaymentStatus.AUTHORIZED, PaymentStatus.EXPIRED, PaymentStatus.FAILED))) {
      for (int bits = 0; bits < 64; bits++) {
        filters.add(
            new PaymentFilter(
                statuses,
                (bits & 1) == 0 ? null : "JPY",
                (bits & 2) == 0 ? null : "order-4",
                (bits & 4) == 0 ? null : least,
                (bits & 8) == 0 ? null : most,
                (bits & 16) == 0 ? null : START.plusSeconds(5),
                (bits & 32) == 0 ? null : START.plusSeconds(40)));
      }
    }
    return filters;
  }

  private static boolean matches(Payment payment, PaymentFilter filter) {
    Instant from = filter.createdFrom();
    Instant before = filter.createdBefore();
    return (filter.statuses().isEmpty() || filter.statuses().contains(payment.status()))
        && (filter.currency() == null || filter.currency().equals(payment.currency()))
        && (filter.reference() == null || filter.reference().equals(payment.reference()))
        && payment.amountMinor() >= limit(payment, filter.atLeast(), 0)
        && payment.amountMinor() <= limit(payment, filter.atMost(), Long.MAX_VALUE)
        && (from == null || !payment.createdAt().isBefore(from))
        && (before == null || payment.createdAt().isBefore(before));
  }

  private static long limit(Payment payment, @Nullable AmountBound bound, long none) {
    if (bound == null) {
      return none;
    }
    return switch (CURRENCIES.indexOf(payment.currency())) {
      case 0 -> bound.twoDecimals();
      case 1 -> bound.noDecimals();
      default -> bound.threeDecimals();
    };
  }

  private static long inMainUnits(Payment payment) {
    return Currencies.toDecimal(payment.amountMinor(), payment.currency())
        .movePointRight(3)
        .longValueExact();
  }

  private static Comparator<Payment> comparator(Order order, ToLongFunction<Payment> amount) {
    Comparator<Payment> byAmount = Comparator.comparingLong(amount);
    return switch (order) {
      case CREATED_AT -> BY_CREATION;
      case CREATED_AT_DESCENDING -> BY_CREATION.reversed();
      case AMOUNT -> byAmount.thenComparing(BY_CREATION);
      case AMOUNT_DESCENDING -> byAmount.reversed().thenComparing(BY_CREATION);
    };
  }
}
