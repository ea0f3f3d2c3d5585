package dev.steadfast.reference.refund;

import dev.steadfast.reference.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a refund is read from the database. */
@Component
final class RefundRow {
  /** The columns in the order in which {@link #read} expects them. */
  static final String COLUMNS =
      "refund.id, refund.payment_id, refund.merchant_id, refund.status, refund.amount_minor,"
          + " refund.currency, refund.reason, refund.metadata, refund.created_at,"
          + " refund.updated_at";

  /** How many they are. */
  static final int COUNT = 10;

  private final JsonMapper json;

  RefundRow(JsonMapper json) {
    this.json = json;
  }

  /** The refund of the current row. */
  Refund read(ResultSet row) throws SQLException {
    String reason = row.getString(7);
    return new Refund(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        RefundStatus.of(row.getString(4)),
        row.getLong(5),
        row.getString(6),
        reason == null ? null : RefundReason.of(reason),
        Columns.labels(json, row, 8),
        Columns.instant(row, 9),
        Columns.instant(row, 10));
  }
}
