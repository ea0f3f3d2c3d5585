package dev.steadfast.reference.payment;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
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

  private static final TypeReference<LinkedHashMap<String, String>> LABELS =
      new TypeReference<>() {};

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
        labels(row.getString(12)),
        failure == null ? null : FailureCode.of(failure),
        instant(row, 14),
        instant(row, 15),
        row.getObject(16) == null ? null : instant(row, 16),
        row.getObject(17) == null ? null : instant(row, 17));
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
    statement.setString(
        12, payment.metadata() == null ? null : json.writeValueAsString(payment.metadata()));
    statement.setString(13, failure == null ? null : failure.code());
    setInstant(statement, 14, payment.createdAt());
    setInstant(statement, 15, payment.updatedAt());
    setInstant(statement, 16, payment.capturedAt());
    setInstant(statement, 17, payment.expiresAt());
  }

  private @Nullable Map<String, String> labels(@Nullable String text) {
    return text == null ? null : json.readValue(text, LABELS);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static void setInstant(PreparedStatement statement, int index, @Nullable Instant instant)
      throws SQLException {
    statement.setObject(
        index,
        instant == null ? null : instant.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
