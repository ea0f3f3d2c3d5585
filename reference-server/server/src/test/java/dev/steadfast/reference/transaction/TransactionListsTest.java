package dev.steadfast.reference.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.reference.database.TestDatabase;
import dev.steadfast.reference.page.Lists;
import dev.steadfast.reference.page.OffsetPage;
import dev.steadfast.reference.page.Order;
import dev.steadfast.reference.page.Page;
import dev.steadfast.reference.page.TestLists;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TransactionListsTest {
  private static final TransactionListing LISTING = new TransactionListing();
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Comparator<Transaction> BY_CREATION =
      Comparator.comparing(Transaction::createdAt).thenComparing(Transaction::id);
  private static final List<TransactionType> TYPES =
      List.of(TransactionType.CAPTURE, TransactionType.REFUND, TransactionType.REFUND_REVERSAL);
  private static final AtomicLong MERCHANTS = new AtomicLong();
  private static final AtomicLong ROWS = new AtomicLong();

  private static DataSource database;
  private static Lists lists;

  private final String merchant = "mer_" + MERCHANTS.incrementAndGet();

  @BeforeAll
  static void create() throws SQLException {
    database = TestDatabase.create("transaction_lists");
    // only movements of money here, without the payments and refunds that they name
    new JdbcTemplate(database)
        .execute(
            "ALTER TABLE transaction DROP CONSTRAINT transaction_of_payment,"
                + " DROP CONSTRAINT transaction_of_refund, DROP CONSTRAINT transaction_once");
    lists = TestLists.on(database, Duration.ofMillis(20), Duration.ofMillis(200));
  }

  @Test
  void list_ofEveryFilterAndOrder_hasExactlyTheMatchingTransactionsInOrder() throws SQLException {
    List<Transaction> all = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (int n = 0; n < 200; n++) {
        TransactionType type = TYPES.get(n % 7 % 3);
        String currency = n % 5 == 0 ? "JPY" : "EUR";
        String payment = "pay_" + n % 20;
        // four in every second
        Instant moment = START.plusSeconds(n / 4);
        all.add(insert(connection, merchant, type, currency, payment, moment));
        insert(connection, merchant + "other", type, currency, payment, moment);
      }
    }
    for (Set<TransactionType> types :
        List.of(
            Set.<TransactionType>of(),
            Set.of(TransactionType.REFUND),
            Set.of(TransactionType.CAPTURE, TransactionType.REFUND_REVERSAL))) {
      for (String currency : new @Nullable String[] {null, "EUR", "CHF"}) {
        for (String payment : new @Nullable String[] {null, "pay_3"}) {
          for (int bounds = 0; bounds < 4; bounds++) {
            TransactionFilter filter =
                new TransactionFilter(
                    types,
                    payment,
                    currency,
                    (bounds & 1) == 0 ? null : START.plusSeconds(10),
                    (bounds & 2) == 0 ? null : START.plusSeconds(30));
            List<Transaction> wanted =
                all.stream().filter(item -> matches(item, filter)).sorted(BY_CREATION).toList();
            assertThat(walk(filter, Order.CREATED_AT)).as("%s", filter).isEqualTo(wanted);
            List<Transaction> newestFirst = new ArrayList<>(wanted);
            Collections.reverse(newestFirst);
            assertThat(walk(filter, Order.CREATED_AT_DESCENDING)).isEqualTo(newestFirst);
            OffsetPage<Transaction> page =
                lists.offsetPage(LISTING, filter.of(merchant), Order.CREATED_AT_DESCENDING, 5, 10);
            assertThat(page.total()).isEqualTo(wanted.size());
            assertThat(page.items())
                .isEqualTo(
                    newestFirst.subList(Math.min(5, wanted.size()), Math.min(15, wanted.size())));
          }
        }
      }
    }
  }

  @Test
  void newestFirst_whileOthersWrite_hasEverythingOfBeforeOnceAndNothingElse() throws Exception {
    List<Transaction> before = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (int n = 0; n < 300; n++) {
        before.add(insert(connection, now()));
      }
    }
    List<Transaction> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<Transaction> page = page(Order.CREATED_AT_DESCENDING, 7, cursor);
      seen.addAll(page.items());
      cursor = page.next();
      try (Connection connection = database.getConnection()) {
        insert(connection, now());
      }
    } while (cursor != null);

    before.sort(BY_CREATION.reversed());
    assertThat(seen).isEqualTo(before);
  }

  @Test
  void oldestFirst_whileOthersCommitOutOfOrder_missesAndRepeatsNothing() throws Exception {
    ConcurrentLinkedQueue<Transaction> written = new ConcurrentLinkedQueue<>();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Random random = new Random(i);
      ends.add(
          writers.submit(
              () -> {
                for (int n = 0; n < 60; n++) {
                  written.add(insertSlowly(random.nextInt(40)));
                }
                return null;
              }));
    }
    writers.shutdown();
    List<Transaction> seen = new ArrayList<>();
    // a reader that follows the list: at its end it starts again where it was
    do {
      boolean last = ends.stream().allMatch(Future::isDone);
      Instant from = seen.isEmpty() ? null : seen.get(seen.size() - 1).createdAt();
      TransactionFilter filter = new TransactionFilter(Set.of(), null, null, from, null);
      String cursor = null;
      do {
        Page<Transaction> page =
            lists.page(LISTING, filter.of(merchant), Order.CREATED_AT, 3, cursor);
        page.items().stream().filter(item -> !seen.contains(item)).forEach(seen::add);
        cursor = page.next();
      } while (cursor != null);
      if (last) {
        break;
      }
    } while (true);
    assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    assertThat(seen).hasSize(240).isEqualTo(written.stream().sorted(BY_CREATION).toList());
  }

  @Test
  void oldestFirst_whileAnEarlierItemIsBeingWritten_endsBeforeItAndGoesOn() throws Exception {
    Transaction first;
    Transaction late;
    Transaction after;
    Page<Transaction> page;
    try (Connection quick = database.getConnection();
        Connection slow = database.getConnection()) {
      first = insert(quick, now().minusSeconds(10));
      slow.setAutoCommit(false);
      late = insert(slow, now());
      after = insert(quick, now());

      page = page(Order.CREATED_AT, 10, null);
      assertThat(page.items()).containsExactly(first);
      assertThat(page.next()).isNotNull();
      assertThat(page(Order.CREATED_AT, 10, page.next()).items()).isEmpty();
      assertThat(page(Order.CREATED_AT_DESCENDING, 10, null).items()).containsExactly(after, first);

      slow.commit();
      slow.setAutoCommit(true);
    }
    Page<Transaction> rest = page(Order.CREATED_AT, 10, page.next());
    assertThat(rest.items()).containsExactly(late, after);
    assertThat(rest.next()).isNull();
  }

  @Test
  void oldestFirst_withNothingButYoungItems_isAnEmptyPageThatGoesOn() throws Exception {
    Transaction late;
    Transaction after;
    Page<Transaction> page;
    try (Connection quick = database.getConnection();
        Connection slow = database.getConnection()) {
      slow.setAutoCommit(false);
      late = insert(slow, now());
      after = insert(quick, now());
      page = page(Order.CREATED_AT, 10, null);
      assertThat(page.items()).isEmpty();
      slow.rollback();
      slow.setAutoCommit(true);
    }
    assertThat(page(Order.CREATED_AT, 10, page.next()).items())
        .containsExactly(after)
        .doesNotContain(late);
  }

  private Page<Transaction> page(Order order, int limit, @Nullable String cursor) {
    TransactionFilter all = new TransactionFilter(Set.of(), null, null, null, null);
    return lists.page(LISTING, all.of(merchant), order, limit, cursor);
  }

  private List<Transaction> walk(TransactionFilter filter, Order order) {
    return TestLists.walk(
        11, cursor -> lists.page(LISTING, filter.of(merchant), order, 11, cursor));
  }

  private static boolean matches(Transaction item, TransactionFilter filter) {
    Instant from = filter.createdFrom();
    Instant before = filter.createdBefore();
    return (filter.types().isEmpty() || filter.types().contains(item.type()))
        && (filter.paymentId() == null || filter.paymentId().equals(item.paymentId()))
        && (filter.currency() == null || filter.currency().equals(item.currency()))
        && (from == null || !item.createdAt().isBefore(from))
        && (before == null || item.createdAt().isBefore(before));
  }

  /** Begins to write, then reads the clock, then takes its time until it commits. */
  private Transaction insertSlowly(int millis) throws Exception {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      new JdbcTemplate(new SingleConnectionDataSource(connection, true))
          .queryForObject("SELECT CAST(pg_current_xact_id() AS TEXT)", String.class);
      Transaction transaction = insert(connection, now());
      Thread.sleep(millis);
      connection.commit();
      connection.setAutoCommit(true);
      return transaction;
    }
  }

  private Transaction insert(Connection connection, Instant createdAt) throws SQLException {
    return insert(
        connection, merchant, TransactionType.CAPTURE, "EUR", "pay_" + ROWS.get(), createdAt);
  }

  private static Transaction insert(
      Connection connection,
      String merchant,
      TransactionType type,
      String currency,
      String payment,
      Instant createdAt)
      throws SQLException {
    Transaction transaction =
        new Transaction(
            String.format(Locale.ROOT, "txn_%08d", ROWS.incrementAndGet()),
            type,
            type == TransactionType.REFUND ? -250 : 1050,
            currency,
            payment,
            type == TransactionType.CAPTURE ? null : "ref_1",
            createdAt);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO transaction (id, merchant_id, type, amount_minor, currency, payment_id,"
                + " refund_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, transaction.id());
      statement.setString(2, merchant);
      statement.setString(3, type.code());
      statement.setLong(4, transaction.amountMinor());
      statement.setString(5, currency);
      statement.setString(6, payment);
      statement.setString(7, transaction.refundId());
      statement.setObject(8, createdAt.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
    return transaction;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
