package dev.steadfast.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes data as a year of business leaves it: payments in every status, partial and repeated
 * refunds, refunds that the bank turned down, authorisations that wait. Every constraint of the
 * database is checked, and the ledger explains every payment.
 */
final class Seed {

  private static final int BATCH = 20_000;
  private static final int OTHER_MERCHANTS = 200;
  private static final int DEMO_PERCENT = 90;
  private static final Duration SPAN = Duration.ofDays(400);
  private static final Duration AUTHORIZATION = Duration.ofDays(7);

  /** Of 1,000 payments, how many end so; the others are captured. */
  private static final int FAILED = 40;

  private static final int CANCELLED = 20;
  private static final int UNCAPTURED = 25;
  private static final int REFUNDED = 110;

  private static final List<String> FAILURES =
      List.of("card_declined", "insufficient_funds", "expired_card", "processing_error");
  private static final List<String> METHODS =
      List.of("pm_card_visa", "pm_card_mastercard", "pm_sepa_debit", "pm_wallet");
  private static final List<String> REASONS =
      List.of("requested_by_customer", "duplicate", "fraudulent", "other");
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "JPY");
  private static final List<String> COUNTRIES = List.of("DE", "US", "GB", "JP");

  private final Connection connection;
  private final Instant now;
  private final SplittableRandom random;
  private final SeedIds ids;
  private final List<Merchant> others = new ArrayList<>();
  private final CopyRows merchantRows =
      new CopyRows(
          "merchant",
          "id, name, email, country, default_currency, status, tier, version, created_at,"
              + " updated_at");
  private final CopyRows paymentRows =
      new CopyRows(
          "payment",
          "id, merchant_id, status, amount_minor, captured_amount_minor, refunded_amount_minor,"
              + " currency, capture_method, payment_method, reference, description, metadata,"
              + " failure_code, created_at, updated_at, captured_at, expires_at");
  private final CopyRows refundRows =
      new CopyRows(
          "refund",
          "id, payment_id, merchant_id, status, amount_minor, currency, reason, created_at,"
              + " updated_at");
  private final CopyRows transactionRows =
      new CopyRows(
          "transaction",
          "id, merchant_id, type, amount_minor, currency, payment_id, refund_id, created_at");

  private record Merchant(String id, String currency) {}

  /** How a payment ended. */
  private record Ending(
      String status,
      long captured,
      long refunded,
      Instant updated,
      @Nullable Instant capturedAt,
      @Nullable Instant expires,
      @Nullable String failure) {}

  /**
   * Prepares; nothing is written yet.
   *
   * @param now no row is later
   * @param seed the same seed gives the same rows
   */
  Seed(Connection connection, Instant now, long seed) {
    this.connection = connection;
    this.now = now;
    this.random = new SplittableRandom(seed);
    this.ids = new SeedIds(random);
  }

  /**
   * Writes until there are so many transactions; each batch is there as a whole or not at all.
   *
   * @param progress is told how many are written
   */
  void run(long wanted, LongConsumer progress) throws SQLException, IOException {
    connection.setAutoCommit(false);
    addMerchants();
    while (transactions() < wanted) {
      for (int i = 0; i < BATCH && transactions() < wanted; i++) {
        double share = (transactions() + random.nextDouble()) / wanted;
        addPayment(now.minus(SPAN).plus(part(SPAN, share)));
      }
      write();
      progress.accept(transactions());
    }
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE merchant, payment, refund, transaction");
    }
  }

  long merchants() {
    return merchantRows.count();
  }

  long payments() {
    return paymentRows.count();
  }

  long refunds() {
    return refundRows.count();
  }

  long transactions() {
    return transactionRows.count();
  }

  private void addMerchants() {
    for (int i = 0; i < OTHER_MERCHANTS; i++) {
      Instant created = now.minus(SPAN).minusSeconds(random.nextInt(10_000_000));
      int market = random.nextInt(CURRENCIES.size());
      String id = ids.next("mer_", created);
      others.add(new Merchant(id, CURRENCIES.get(market)));
      merchantRows.add(
          id,
          "Shop " + (i + 1),
          "owner@" + id.substring("mer_".length()).toLowerCase(Locale.ROOT) + ".example",
          COUNTRIES.get(market),
          CURRENCIES.get(market),
          i % 50 == 49 ? "suspended" : "active",
          i % 5 == 0 ? "premium" : "basic",
          1,
          created,
          created);
    }
  }

  /* Few of the other merchants have most of the rest. */
  private Merchant someMerchant() {
    if (random.nextInt(100) < DEMO_PERCENT) {
      int currency = random.nextInt(10);
      return new Merchant(DemoMerchant.ID, CURRENCIES.get(currency < 7 ? 0 : currency - 6));
    }
    double skewed = random.nextDouble();
    return others.get((int) (skewed * skewed * skewed * others.size()));
  }

  private void addPayment(Instant created) {
    Merchant merchant = someMerchant();
    String id = ids.next("pay_", created);
    long amount = amount();
    boolean manual = random.nextInt(10) == 0;
    Ending ending = ending(merchant, id, amount, created, manual);
    paymentRows.add(
        id,
        merchant.id,
        ending.status,
        amount,
        ending.captured,
        ending.refunded,
        merchant.currency,
        manual ? "manual" : "automatic",
        METHODS.get(random.nextInt(METHODS.size())),
        random.nextInt(4) == 0 ? null : "order-" + (100_000 + random.nextInt(900_000)),
        random.nextInt(10) == 0 ? "Two nights, room " + random.nextInt(400) : null,
        random.nextInt(20) == 0 ? "{\"channel\":\"web\"}" : null,
        ending.failure,
        created,
        ending.updated,
        ending.capturedAt,
        ending.expires);
  }

  private Ending ending(
      Merchant merchant, String payment, long amount, Instant created, boolean manual) {
    int lot = random.nextInt(1_000);
    Instant expires = created.plus(AUTHORIZATION);
    if (lot < FAILED) {
      String why = FAILURES.get(random.nextInt(FAILURES.size()));
      return new Ending("failed", 0, 0, created, null, null, why);
    }
    if (manual && lot < FAILED + 10 * CANCELLED) {
      return new Ending("cancelled", 0, 0, before(created, Duration.ofDays(2)), null, null, null);
    }
    if (manual && lot < FAILED + 10 * (CANCELLED + UNCAPTURED)) {
      return expires.isAfter(now)
          ? new Ending("authorized", 0, 0, created, null, expires, null)
          : new Ending("expired", 0, 0, expires, null, null, null);
    }
    long captured = manual && random.nextInt(5) == 0 ? Math.max(1, amount - amount / 4) : amount;
    Instant at = manual ? before(created, Duration.ofDays(3)) : created;
    addTransaction(merchant, "capture", captured, payment, null, at);
    return random.nextInt(1_000) < REFUNDED
        ? refunded(merchant, payment, captured, at)
        : new Ending("captured", captured, 0, at, at, null, null);
  }

  private Ending refunded(Merchant merchant, String payment, long captured, Instant at) {
    boolean whole = captured < 100 || random.nextInt(3) < 2;
    int parts = !whole && random.nextBoolean() ? 2 : 1;
    long each = whole ? captured : captured / 4;
    long refunded = 0;
    Instant last = at;
    for (int i = 0; i < parts; i++) {
      last = before(last, Duration.ofDays(20));
      if (addRefund(merchant, payment, each, last)) {
        refunded += each;
      }
    }
    String status =
        refunded == 0 ? "captured" : refunded == captured ? "refunded" : "partially_refunded";
    return new Ending(status, captured, refunded, last, at, null, null);
  }

  /* Answers whether the money is gone: the bank turns one of fifty down, and it comes back. */
  private boolean addRefund(Merchant merchant, String payment, long amount, Instant created) {
    String id = ids.next("ref_", created);
    boolean failed = random.nextInt(50) == 0;
    Instant decided = before(created, Duration.ofHours(30));
    refundRows.add(
        id,
        payment,
        merchant.id,
        failed ? "failed" : "succeeded",
        amount,
        merchant.currency,
        REASONS.get(random.nextInt(REASONS.size())),
        created,
        decided);
    addTransaction(merchant, "refund", -amount, payment, id, created);
    if (failed) {
      addTransaction(merchant, "refund_reversal", amount, payment, id, decided);
    }
    return !failed;
  }

  private void addTransaction(
      Merchant merchant,
      String type,
      long amount,
      String payment,
      @Nullable String refund,
      Instant created) {
    transactionRows.add(
        ids.next("txn_", created),
        merchant.id,
        type,
        amount,
        merchant.currency,
        payment,
        refund,
        created);
  }

  /* Most amounts are small, some are large: 1 to about 500,000. */
  private long amount() {
    return (long) Math.exp(random.nextDouble() * random.nextDouble() * 9 + 4);
  }

  /* Some time after that, and not in the future. */
  private Instant before(Instant from, Duration longest) {
    Instant at = from.plus(part(longest, random.nextDouble()));
    return at.isAfter(now) ? from : at;
  }

  /* PostgreSQL keeps microseconds. */
  private static Duration part(Duration whole, double share) {
    return Duration.of((long) (whole.toMillis() * 1_000 * share), ChronoUnit.MICROS);
  }

  private void write() throws SQLException, IOException {
    for (CopyRows rows : List.of(merchantRows, paymentRows, refundRows, transactionRows)) {
      rows.write(connection);
    }
    connection.commit();
  }
}
