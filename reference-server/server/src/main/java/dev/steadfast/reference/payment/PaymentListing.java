package dev.steadfast.reference.payment;

import dev.steadfast.reference.page.Listing;
import dev.steadfast.reference.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** How payments are listed. */
final class PaymentListing implements Listing<Payment> {
  private final PaymentRow row;

  PaymentListing(PaymentRow row) {
    this.row = row;
  }

  @Override
  public String table() {
    return "payment";
  }

  @Override
  public String columns() {
    return PaymentRow.COLUMNS;
  }

  @Override
  public String stateColumn() {
    return "status";
  }

  @Override
  public List<String> states() {
    return Arrays.stream(PaymentStatus.values()).map(PaymentStatus::code).toList();
  }

  @Override
  public boolean isIndexedByCurrency() {
    return true;
  }

  @Override
  public boolean isIndexedByCreation() {
    return true;
  }

  @Override
  public Payment read(ResultSet current) throws SQLException {
    return row.read(current);
  }

  @Override
  public Position position(Payment item) {
    return new Position(item.amountMinor(), item.createdAt(), item.id());
  }
}
