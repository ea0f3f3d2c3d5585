package dev.steadfast.reference.payment;

import dev.steadfast.reference.sql.Columns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The payments in the database. Every method is one statement and joins the current transaction.
 */
@Repository
class PaymentStore {
  private static final String FIND =
      "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE id = ? AND merchant_id = ?";

  private static final String INSERT =
      """
      WITH given (id, merchant_id, status, amount_minor, captured_amount_minor, refunded_amount_minor,
                  currency, capture_method, payment_method, reference, description, metadata,
                  failure_code, created_at, updated_at, captured_at, expires_at) AS (
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS JSON), ?,
                CAST(? AS TIMESTAMPTZ), CAST(? AS TIMESTAMPTZ),
                CAST(? AS TIMESTAMPTZ), CAST(? AS TIMESTAMPTZ))),
      payee AS (SELECT merchant.status FROM merchant JOIN given ON merchant.id = given.merchant_id),
      created AS (
        INSERT INTO payment (id, merchant_id, status, amount_minor, captured_amount_minor,
                             refunded_amount_minor, currency, capture_method, payment_method,
                             reference, description, metadata, failure_code, created_at, updated_at,
                             captured_at, expires_at)
        SELECT given.* FROM given, payee WHERE payee.status = 'active'
        RETURNING id, merchant_id, captured_amount_minor, currency, captured_at),
      booked AS (
        INSERT INTO transaction (id, merchant_id, type, amount_minor, currency, payment_id, created_at)
        SELECT ?, merchant_id, 'capture', captured_amount_minor, currency, id, captured_at
          FROM created WHERE captured_amount_minor > 0)
      SELECT status FROM payee
      """;

  // the row is locked first, so that what is decided on is what is changed
  private static final String LOCKED =
      """
      WITH payee AS (SELECT status FROM merchant WHERE id = ?),
      locked AS (SELECT * FROM payment WHERE id = ? AND merchant_id = ? FOR UPDATE),
      """;

  private static final String CAPTURE =
      LOCKED
          + """
          changed AS (
            UPDATE payment
               SET status = 'captured',
                   captured_amount_minor = coalesce(CAST(? AS BIGINT), locked.amount_minor),
                   captured_at = CAST(? AS TIMESTAMPTZ), updated_at = CAST(? AS TIMESTAMPTZ),
                   expires_at = NULL
              FROM locked, payee
             WHERE payment.id = locked.id AND payee.status = 'active'
               AND locked.status = 'authorized' AND locked.expires_at > CAST(? AS TIMESTAMPTZ)
               AND coalesce(CAST(? AS BIGINT), 0) <= locked.amount_minor
            RETURNING payment.*),
          booked AS (
            INSERT INTO transaction
                   (id, merchant_id, type, amount_minor, currency, payment_id, created_at)
            SELECT ?, merchant_id, 'capture', captured_amount_minor, currency, id, captured_at
              FROM changed)
          """;

  private static final String CANCEL =
      LOCKED
          + """
          changed AS (
            UPDATE payment
               SET status = 'cancelled', updated_at = CAST(? AS TIMESTAMPTZ), expires_at = NULL
              FROM locked, payee
             WHERE payment.id = locked.id AND payee.status = 'active'
               AND locked.status = 'authorized' AND locked.expires_at > CAST(? AS TIMESTAMPTZ)
            RETURNING payment.*)
          """;

  private static final String OUTCOME =
      """
      SELECT %s, payee.status, EXISTS (SELECT FROM changed)
        FROM payee LEFT JOIN
             (SELECT * FROM changed
              UNION ALL
              SELECT * FROM locked WHERE NOT EXISTS (SELECT FROM changed)) payment ON TRUE
      """
          .replace("%s", PaymentRow.COLUMNS);
  private static final int PAYEE_STATUS = 18;
  private static final int CHANGED = 19;

  private static final String EXPIRE =
      """
      UPDATE payment SET status = 'expired', updated_at = expires_at, expires_at = NULL
       WHERE id IN (SELECT id FROM payment
                     WHERE status = 'authorized' AND expires_at <= CAST(? AS TIMESTAMPTZ)
                     ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private final JdbcTemplate jdbc;
  private final PaymentRow row;

  PaymentStore(JdbcTemplate jdbc, PaymentRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  /** The merchant's payment of this id. */
  Optional<Payment> find(String merchantId, String id) {
    return jdbc
        .query(
            FIND,
            statement -> {
              statement.setString(1, id);
              statement.setString(2, merchantId);
            },
            (found, number) -> row.read(found))
        .stream()
        .findFirst();
  }

  /**
   * Inserts the payment and, when it is captured, the movement of its money; does neither unless
   * the merchant is active.
   *
   * @return the merchant's status; empty when there is no such merchant
   */
  Optional<String> insert(Payment payment, String transactionId) {
    return jdbc
        .query(
            INSERT,
            statement -> {
              row.write(statement, payment);
              statement.setString(18, transactionId);
            },
            (found, number) -> found.getString(1))
        .stream()
        .findFirst();
  }

  /**
   * Captures an authorised payment.
   *
   * @param amountMinor all of it when null
   * @return empty when there is no such merchant
   */
  Optional<Change> capture(
      String merchantId, String id, @Nullable Long amountMinor, Instant now, String transactionId) {
    return jdbc
        .query(
            CAPTURE + OUTCOME,
            statement -> {
              lock(statement, merchantId, id);
              Columns.setLong(statement, 4, amountMinor);
              Columns.setInstant(statement, 5, now);
              Columns.setInstant(statement, 6, now);
              Columns.setInstant(statement, 7, now);
              Columns.setLong(statement, 8, amountMinor);
              statement.setString(9, transactionId);
            },
            (found, number) -> change(found))
        .stream()
        .findFirst();
  }

  /**
   * Cancels an authorised payment.
   *
   * @return empty when there is no such merchant
   */
  Optional<Change> cancel(String merchantId, String id, Instant now) {
    return jdbc
        .query(
            CANCEL + OUTCOME,
            statement -> {
              lock(statement, merchantId, id);
              Columns.setInstant(statement, 4, now);
              Columns.setInstant(statement, 5, now);
            },
            (found, number) -> change(found))
        .stream()
        .findFirst();
  }

  /** Ends authorisations whose time is over; returns how many, at most {@code most}. */
  int expire(Instant now, int most) {
    return jdbc.update(
        EXPIRE,
        statement -> {
          Columns.setInstant(statement, 1, now);
          statement.setInt(2, most);
        });
  }

  private Change change(ResultSet found) throws SQLException {
    return new Change(
        found.getString(PAYEE_STATUS),
        found.getString(1) == null ? null : row.read(found),
        found.getBoolean(CHANGED));
  }

  private static void lock(PreparedStatement statement, String merchantId, String id)
      throws SQLException {
    statement.setString(1, merchantId);
    statement.setString(2, id);
    statement.setString(3, merchantId);
  }

  /**
   * What came of an attempt to change a payment.
   *
   * @param payment as it is now; null when the merchant has no payment of this id
   */
  record Change(String merchantStatus, @Nullable Payment payment, boolean done) {}
}
