package dev.steadfast.reference.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.reference.database.TestDatabase;
import dev.steadfast.reference.payment.TestPayments;
import dev.steadfast.reference.refund.TestRefunds;
import dev.steadfast.reference.transaction.TestTransactions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every filter with every order is served by an index, judged by what PostgreSQL really did. */
class ListPlansTest {
  private static final String MERCHANT = "mer_" + "0".repeat(26);
  private static final Instant MIDDLE = Instant.parse("2025-09-01T00:00:00Z");

  private static final @Nullable String[] CURRENCIES = {null, "EUR", "KWD", "CHF"};
  private static final @Nullable AmountBound[][] AMOUNTS = {
    {null, null},
    {AmountBound.ofMinor(1000), AmountBound.ofMinor(1000)},
    {AmountBound.ofMinor(700), AmountBound.ofMinor(720)}
  };
  // a page and the row after it, for 28 pairs of a status and a currency, and the jumps between
  // them
  private static final long ONE_WALK = 28 * 21 + 28 * 21 / 2;
  private static final long A_TENTH = 9000;

  private static DataSource database;

  @BeforeAll
  static void fill() throws Exception {
    database = TestDatabase.create("list_plans");
    try (InputStream script =
        Objects.requireNonNull(ListPlansTest.class.getResourceAsStream("many.sql"))) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : text.split(";\n", -1)) {
        new JdbcTemplate(database).execute(statement);
      }
    }
  }

  @Test
  void payments_ofEveryFilterAndOrder_areServedByAnIndex() {
    for (Set<String> statuses :
        List.of(
            Set.<String>of(),
            Set.of("captured"),
            Set.of("expired"),
            Set.of("failed", "refunded"))) {
      for (String currency : CURRENCIES) {
        for (String reference : new @Nullable String[] {null, "order-4001", "subscription"}) {
          for (AmountBound[] amounts : AMOUNTS) {
            for (Instant from : new @Nullable Instant[] {null, MIDDLE}) {
              Selection selection =
                  new Selection(
                      MERCHANT,
                      new TreeSet<>(statuses),
                      currency,
                      null,
                      reference,
                      amounts[0],
                      amounts[1],
                      from,
                      from == null ? null : from.plusSeconds(30L * 86400),
                      null);
              for (Order order : Order.values()) {
                // what is no key of the order is checked on the way: few have one reference,
                // and the more items a range leaves out the likelier another index is taken
                boolean range = amounts[0] != null && !amounts[0].equals(amounts[1]);
                boolean exact = reference == null && (order.isByAmount() ? from == null : !range);
                check(TestPayments.listing(), selection, order, exact ? ONE_WALK : A_TENTH);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void transactions_ofEveryFilterAndOrder_areOneWalkOfAnIndex() {
    for (Set<String> types :
        List.of(
            Set.<String>of(),
            Set.of("capture"),
            Set.of("refund"),
            Set.of("refund_reversal"),
            Set.of("refund", "refund_reversal"))) {
      for (String currency : CURRENCIES) {
        for (String payment :
            new @Nullable String[] {null, "pay_" + "0".repeat(22) + "3737", "pay_absent"}) {
          for (Instant from : new @Nullable Instant[] {null, MIDDLE}) {
            Selection selection =
                new Selection(
                    MERCHANT,
                    new TreeSet<>(types),
                    currency,
                    payment,
                    null,
                    null,
                    null,
                    from,
                    from == null ? null : from.plusSeconds(30L * 86400),
                    null);
            check(TestTransactions.listing(), selection, Order.CREATED_AT, ONE_WALK);
            check(TestTransactions.listing(), selection, Order.CREATED_AT_DESCENDING, ONE_WALK);
          }
        }
      }
    }
  }

  @Test
  void refunds_ofEveryFilterAndOrder_areOneWalkOfAnIndex() {
    for (Set<String> statuses :
        List.of(Set.<String>of(), Set.of("failed"), Set.of("pending", "succeeded"))) {
      for (String payment :
          new @Nullable String[] {null, "pay_" + "0".repeat(22) + "3737", "pay_absent"}) {
        for (Instant from : new @Nullable Instant[] {null, MIDDLE}) {
          Selection selection =
              new Selection(
                  MERCHANT,
                  new TreeSet<>(statuses),
                  null,
                  payment,
                  null,
                  null,
                  null,
                  from,
                  from == null ? null : from.plusSeconds(30L * 86400),
                  null);
          check(TestRefunds.listing(), selection, Order.CREATED_AT, ONE_WALK);
          check(TestRefunds.listing(), selection, Order.CREATED_AT_DESCENDING, ONE_WALK);
        }
      }
    }
  }

  private static void check(Listing<?> listing, Selection selection, Order order, long most) {
    Position middle = new Position(998, MIDDLE.plusSeconds(86400), "pay_5");
    for (Position after : new @Nullable Position[] {null, middle}) {
      Plan plan = TestLists.plan(database, listing, selection, order, after, 20);
      String subject = selection + " " + order + " after " + after + ": " + plan;
      assertThat(plan.sequentialScans()).as(subject).isEmpty();
      assertThat(plan.visitedRows()).as(subject).isLessThanOrEqualTo(most);
      assertThat(plan.sortedRows()).as(subject).isLessThanOrEqualTo(most);
    }
    Plan offset = TestLists.planOfOffset(database, listing, selection, order, 0);
    assertThat(offset.sequentialScans()).as("%s %s: %s", selection, order, offset).isEmpty();
    assertThat(offset.visitedRows()).isLessThanOrEqualTo(most);
  }
}
