package dev.steadfast.reference.refund;

import dev.steadfast.reference.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The refunds in the database. Every method is one statement and joins the current transaction. */
@Repository
class RefundStore {
  private static final String FIND =
      "SELECT " + RefundRow.COLUMNS + " FROM refund WHERE id = ? AND merchant_id = ?";

  // the payment is locked first: refunds of one payment wait for each other, and never exceed it
  private static final String INSERT =
      """
      WITH locked AS (
        SELECT id, merchant_id, status, currency, captured_amount_minor, refunded_amount_minor,
               captured_amount_minor - refunded_amount_minor AS left_minor,
               coalesce(CAST(? AS BIGINT), captured_amount_minor - refunded_amount_minor) AS asked_minor
          FROM payment WHERE id = ? AND merchant_id = ? FOR UPDATE),
      created AS (
        INSERT INTO refund (id, payment_id, merchant_id, status, amount_minor, currency, reason,
                            metadata, created_at, updated_at)
        SELECT ?, id, merchant_id, 'pending', asked_minor, currency, CAST(? AS TEXT),
               CAST(? AS JSON), CAST(? AS TIMESTAMPTZ), CAST(? AS TIMESTAMPTZ)
          FROM locked
         WHERE status IN ('captured', 'partially_refunded') AND asked_minor <= left_minor
        RETURNING *),
      booked AS (
        INSERT INTO transaction
               (id, merchant_id, type, amount_minor, currency, payment_id, refund_id, created_at)
        SELECT ?, merchant_id, 'refund', -amount_minor, currency, payment_id, id, created_at
          FROM created),
      changed AS (
        UPDATE payment
           SET refunded_amount_minor = locked.refunded_amount_minor + locked.asked_minor,
               status = CASE WHEN locked.asked_minor = locked.left_minor
                             THEN 'refunded' ELSE 'partially_refunded' END,
               updated_at = created.created_at
          FROM created JOIN locked ON locked.id = created.payment_id
         WHERE payment.id = created.payment_id)
      SELECT %s, locked.status, locked.left_minor, locked.currency
        FROM locked LEFT JOIN created refund ON TRUE
      """
          .replace("%s", RefundRow.COLUMNS);

  private static final String DUE =
      """
      SELECT refund.id, payment.payment_method
        FROM refund JOIN payment ON payment.id = refund.payment_id
       WHERE refund.status = 'pending' AND refund.created_at <= CAST(? AS TIMESTAMPTZ)
       ORDER BY refund.created_at LIMIT ?
      """;

  private static final String SUCCEED =
      """
      UPDATE refund SET status = 'succeeded', updated_at = CAST(? AS TIMESTAMPTZ)
       WHERE id = ? AND status = 'pending'
      """;

  private static final String FAIL =
      """
      WITH locked AS (
        SELECT payment.id, payment.refunded_amount_minor
          FROM payment WHERE id = (SELECT payment_id FROM refund WHERE id = ?) FOR UPDATE),
      failed AS (
        UPDATE refund SET status = 'failed', updated_at = CAST(? AS TIMESTAMPTZ)
          FROM locked
         WHERE refund.id = ? AND refund.payment_id = locked.id AND refund.status = 'pending'
        RETURNING refund.*),
      booked AS (
        INSERT INTO transaction
               (id, merchant_id, type, amount_minor, currency, payment_id, refund_id, created_at)
        SELECT ?, merchant_id, 'refund_reversal', amount_minor, currency, payment_id, id, updated_at
          FROM failed)
      UPDATE payment
         SET refunded_amount_minor = locked.refunded_amount_minor - failed.amount_minor,
             status = CASE WHEN locked.refunded_amount_minor = failed.amount_minor
                           THEN 'captured' ELSE 'partially_refunded' END,
             updated_at = failed.updated_at
        FROM failed JOIN locked ON locked.id = failed.payment_id
       WHERE payment.id = failed.payment_id
      """;

  private final JdbcTemplate jdbc;
  private final RefundRow row;
  private final JsonMapper json;

  RefundStore(JdbcTemplate jdbc, RefundRow row, JsonMapper json) {
    this.jdbc = jdbc;
    this.row = row;
    this.json = json;
  }

  /** The merchant's refund of this id. */
  Optional<Refund> find(String merchantId, String id) {
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
   * Creates the refund, the movement of its money, and the new status of its payment; nothing when
   * the payment does not allow it.
   *
   * @return empty when the merchant has no such payment
   */
  Optional<Creation> insert(
      String merchantId, NewRefund asked, String id, Instant now, String transactionId) {
    RefundReason reason = asked.reason();
    return jdbc
        .query(
            INSERT,
            statement -> {
              Columns.setLong(statement, 1, asked.amountMinor());
              statement.setString(2, asked.paymentId());
              statement.setString(3, merchantId);
              statement.setString(4, id);
              statement.setString(5, reason == null ? null : reason.code());
              Columns.setLabels(json, statement, 6, asked.metadata());
              Columns.setInstant(statement, 7, now);
              Columns.setInstant(statement, 8, now);
              statement.setString(9, transactionId);
            },
            (found, number) -> creation(found))
        .stream()
        .findFirst();
  }

  /** Refunds that were created until then and wait for the bank, oldest first. */
  List<Due> due(Instant until, int most) {
    return jdbc.query(
        DUE,
        statement -> {
          Columns.setInstant(statement, 1, until);
          statement.setInt(2, most);
        },
        (found, number) -> new Due(found.getString(1), found.getString(2)));
  }

  /** The money has arrived. */
  void succeed(String id, Instant now) {
    jdbc.update(
        SUCCEED,
        statement -> {
          Columns.setInstant(statement, 1, now);
          statement.setString(2, id);
        });
  }

  /** The money comes back: the refund no longer counts, its payment returns to what it was. */
  void fail(String id, Instant now, String transactionId) {
    jdbc.update(
        FAIL,
        statement -> {
          statement.setString(1, id);
          Columns.setInstant(statement, 2, now);
          statement.setString(3, id);
          statement.setString(4, transactionId);
        });
  }

  private Creation creation(ResultSet found) throws SQLException {
    return new Creation(
        found.getString(1) == null ? null : row.read(found),
        found.getString(RefundRow.COUNT + 1),
        found.getLong(RefundRow.COUNT + 2),
        found.getString(RefundRow.COUNT + 3));
  }

  /**
   * What came of an attempt to create a refund.
   *
   * @param refund null when the payment did not allow it
   * @param paymentStatus before the attempt
   * @param leftMinor what could be refunded before the attempt
   */
  record Creation(@Nullable Refund refund, String paymentStatus, long leftMinor, String currency) {}

  /** A refund that waits for the bank, and how its payment was made. */
  record Due(String id, String paymentMethod) {}
}
