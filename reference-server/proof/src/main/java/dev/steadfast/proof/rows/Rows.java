package dev.steadfast.proof.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills the tables of lists, and asks them. */
final class Rows {

  /* Most payments are captured and in EUR; one in 31 failed, one in 1,009 expired, one in 503 is KWD.
  Three in each second, so that the order of creation has equal values. */
  private static final String PAYMENTS =
      """
      INSERT INTO payment (id, merchant_id, status, amount_minor, captured_amount_minor,
          refunded_amount_minor, currency, capture_method, payment_method, reference, failure_code,
          created_at, updated_at, captured_at)
      SELECT 'pay_' || lpad(n::text, 26, '0'), merchant, status, amount,
             CASE WHEN captured THEN amount ELSE 0 END,
             CASE status WHEN 'refunded' THEN amount WHEN 'partially_refunded' THEN 1 ELSE 0 END,
             currency, 'automatic', 'pm_card_visa', CASE WHEN n % 3 = 0 THEN 'order-' || n / 2 END,
             CASE WHEN status = 'failed' THEN 'card_declined' END,
             moment, moment, CASE WHEN captured THEN moment END
        FROM (SELECT n, ? AS merchant, status,
                     2 + CASE WHEN n % 4 = 0 THEN 997 ELSE n * 7919::bigint % 50000 END AS amount,
                     status IN ('captured', 'partially_refunded', 'refunded') AS captured,
                     CASE WHEN n % 503 = 0 THEN 'KWD' WHEN n % 10 < 7 THEN 'EUR'
                          WHEN n % 10 < 9 THEN 'USD' ELSE 'JPY' END AS currency,
                     date_trunc('second', now()) - interval '30 days'
                       - (? - n) / 3 * interval '20 seconds' AS moment
                FROM (SELECT n, CASE WHEN n % 31 = 0 THEN 'failed' WHEN n % 19 = 0 THEN 'refunded'
                             WHEN n % 23 = 0 THEN 'partially_refunded'
                             WHEN n % 101 = 0 THEN 'cancelled' WHEN n % 1009 = 0 THEN 'expired'
                             ELSE 'captured' END AS status
                        FROM generate_series(?, ?) AS n) AS numbered) AS payments
      """;

  /* Of what was filled: an id that a server made begins with its time, 01 until the year 2039. */
  private static final List<String> MOVEMENTS =
      List.of(
          """
          INSERT INTO refund (id, payment_id, merchant_id, status, amount_minor, currency,
              created_at, updated_at)
          SELECT 'ref_' || substr(id, 5), id, merchant_id,
                 CASE WHEN refunded_amount_minor = 0 THEN 'failed'
                      WHEN right(id, 1) = '1' THEN 'pending' ELSE 'succeeded' END,
                 greatest(refunded_amount_minor, 1), currency, created_at + interval '3 days',
                 created_at + interval '4 days'
            FROM payment
           WHERE id LIKE 'pay_00%'
             AND (refunded_amount_minor > 0 OR status = 'captured' AND right(id, 3) = '000')
          """,
          """
          INSERT INTO transaction (id, merchant_id, type, amount_minor, currency, payment_id,
              refund_id, created_at)
          SELECT 'txn_0' || substr(id, 6), merchant_id, 'capture', captured_amount_minor, currency,
                 id, NULL, captured_at
            FROM payment WHERE id LIKE 'pay_00%' AND captured_amount_minor > 0
          UNION ALL
          SELECT 'txn_1' || substr(id, 6), merchant_id, 'refund', -amount_minor, currency,
                 payment_id, id, created_at
            FROM refund WHERE id LIKE 'ref_00%'
          UNION ALL
          SELECT 'txn_2' || substr(id, 6), merchant_id, 'refund_reversal', amount_minor, currency,
                 payment_id, id, updated_at
            FROM refund WHERE id LIKE 'ref_00%' AND status = 'failed'
          """,
          "VACUUM ANALYZE payment",
          "VACUUM ANALYZE refund",
          "VACUUM ANALYZE transaction");

  private Rows() {}

  /**
   * Gives most of the payments to one merchant and a tenth to others, with their refunds and
   * transactions.
   */
  static void fill(Connection connection, String merchant, List<String> others, int payments)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      int each = payments / 10 / others.size();
      int from = 1;
      for (String other : others) {
        insert(connection, other, from, from + each - 1);
        from += each;
      }
      insert(connection, merchant, from, payments);
      for (String movement : MOVEMENTS) {
        statement.execute(movement);
      }
      statement.execute("RESET synchronous_commit");
    }
  }

  private static void insert(Connection connection, String merchant, int from, int until)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PAYMENTS)) {
      insert.setString(1, merchant);
      insert.setInt(2, until);
      insert.setInt(3, from);
      insert.setInt(4, until);
      insert.executeUpdate();
    }
  }

  /** The first column of the answer. */
  static List<String> ask(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
