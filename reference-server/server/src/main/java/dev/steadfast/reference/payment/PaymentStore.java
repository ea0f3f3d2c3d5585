package dev.steadfast.reference.payment;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The payments in the database. Every method is one statement and joins the current transaction.
 */
@Repository
class PaymentStore {
  private static final String FIND =
      "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE id = ? AND merchant_id = ?";

  // the parameters of the payment first, then those of its capture
  private static final String INSERT =
      """
      WITH given (id, merchant_id, status, amount_minor, captured_amount_minor, refunded_amount_minor,
                  currency, capture_method, payment_method, reference, description, metadata,
                  failure_code, created_at, updated_at, captured_at, expires_at) AS (
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS JSON), ?,
                CAST(? AS TIMESTAMPTZ), CAST(? AS TIMESTAMPTZ),
                CAST(? AS TIMESTAMPTZ), CAST(? AS TIMESTAMPTZ))),
      payer AS (SELECT merchant.status FROM merchant JOIN given ON merchant.id = given.merchant_id),
      created AS (
        INSERT INTO payment (id, merchant_id, status, amount_minor, captured_amount_minor,
                             refunded_amount_minor, currency, capture_method, payment_method,
                             reference, description, metadata, failure_code, created_at, updated_at,
                             captured_at, expires_at)
        SELECT given.* FROM given, payer WHERE payer.status = 'active'
        RETURNING id, merchant_id, captured_amount_minor, currency, captured_at),
      booked AS (
        INSERT INTO transaction (id, merchant_id, type, amount_minor, currency, payment_id, created_at)
        SELECT ?, merchant_id, 'capture', captured_amount_minor, currency, id, captured_at
          FROM created WHERE captured_amount_minor > 0)
      SELECT status FROM payer
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
}
