package dev.steadfast.reference.refund;

import dev.steadfast.reference.page.Listing;
import dev.steadfast.reference.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** How refunds are listed. */
@Component
final class RefundListing implements Listing<Refund> {
  private final RefundRow row;

  RefundListing(RefundRow row) {
    this.row = row;
  }

  @Override
  public String table() {
    return "refund";
  }

  @Override
  public String columns() {
    return RefundRow.COLUMNS;
  }

  @Override
  public String stateColumn() {
    return "status";
  }

  @Override
  public List<String> states() {
    return Arrays.stream(RefundStatus.values()).map(RefundStatus::code).toList();
  }

  @Override
  public boolean isIndexedByCurrency() {
    return false;
  }

  @Override
  public boolean isIndexedByCreation() {
    return false;
  }

  @Override
  public Refund read(ResultSet current) throws SQLException {
    return row.read(current);
  }

  @Override
  public Position position(Refund item) {
    return new Position(item.amountMinor(), item.createdAt(), item.id());
  }
}
