package dev.steadfast.reference.transaction;

import dev.steadfast.reference.page.Listing;
import dev.steadfast.reference.page.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** How transactions are listed. */
final class TransactionListing implements Listing<Transaction> {

  @Override
  public String table() {
    return "transaction";
  }

  @Override
  public String columns() {
    return "transaction.id, transaction.type, transaction.amount_minor, transaction.currency,"
        + " transaction.payment_id, transaction.refund_id, transaction.created_at";
  }

  @Override
  public String stateColumn() {
    return "type";
  }

  @Override
  public List<String> states() {
    return Arrays.stream(TransactionType.values()).map(TransactionType::code).toList();
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
  public Transaction read(ResultSet row) throws SQLException {
    return new Transaction(
        row.getString(1),
        TransactionType.of(row.getString(2)),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  @Override
  public Position position(Transaction item) {
    return new Position(item.amountMinor(), item.createdAt(), item.id());
  }
}
