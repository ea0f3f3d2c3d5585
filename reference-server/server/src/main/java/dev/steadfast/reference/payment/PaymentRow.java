package dev.steadfast.reference.payment;

import dev.steadfast.reference.sql.Columns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a payment is written to and read from the database. */
@Component
public final class PaymentRow {
  /** The columns in the order in which {@link #read} expects them. */
  public static final String COLUMNS =
      "payment.id, payment.merchant_id, payment.status, payment.amount_minor,"
          + " payment.captured_amount_minor, payment.refunded_amount_minor, payment.currency,"
          + " payment.capture_method, payment.payment_method, payment.reference,"
          + " payment.description, payment.metadata, payment.failure_code, payment.created_at,"
          + " payment.updated_at, payment.captured_at, payment.expires_at";

  private final JsonMapper json;

  PaymentRow(JsonMapper json) {
    this.json = json;
  }

  /** The payment of the current row. */
  public Payment read(ResultSet row) throws SQLException {
    String failure = row.getString(13);
    return new Payment(
        row.getString(1),
        row.getString(2),
        PaymentStatus.of(row.getString(3)),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getString(7),
        CaptureMethod.of(row.getString(8)),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        Columns.labels(json, row, 12),
        failure == null ? null : FailureCode.of(failure),
        Columns.instant(row, 14),
        Columns.instant(row, 15),
        Columns.optionalInstant(row, 16),
        Columns.optionalInstant(row, 17));
  }

  /** Sets the columns in their order, from the first parameter on. */
  void write(PreparedStatement statement, Payment payment) throws SQLException {
    FailureCode failure = payment.failureCode();
    statement.setString(1, payment.id());
    statement.setString(2, payment.merchantId());
    statement.setString(3, payment.status().code());
    statement.setLong(4, payment.amountMinor());
    statement.setLong(5, payment.capturedAmountMinor());
    statement.setLong(6, payment.refundedAmountMinor());
    statement.setString(7, payment.currency());
    statement.setString(8, payment.captureMethod().code());
    statement.setString(9, payment.paymentMethod());
    statement.setString(10, payment.reference());
    statement.setString(11, payment.description());
    Columns.setLabels(json, statement, 12, payment.metadata());
    statement.setString(13, failure == null ? null : failure.code());
    Columns.setInstant(statement, 14, payment.createdAt());
    Columns.setInstant(statement, 15, payment.updatedAt());
    Columns.setInstant(statement, 16, payment.capturedAt());
    Columns.setInstant(statement, 17, payment.expiresAt());
  }
}
