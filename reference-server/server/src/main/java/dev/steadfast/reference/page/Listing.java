package dev.steadfast.reference.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A table that is listed. It has the columns id, merchant_id, amount_minor, currency and
 * created_at; id and created_at never change.
 *
 * @param <T> what a row means
 */
public interface Listing<T> {
  /** The name of the list, for its cursors; also the name of the table. */
  String table();

  /** The columns that {@link #read} wants, with the name of the table before each. */
  String columns();

  /** The column that is filtered by a few known values. */
  String stateColumn();

  /** All values of that column. */
  List<String> states();

  /** Whether an index has the currency after that column. */
  boolean isIndexedByCurrency();

  /** Whether an index has the items of a merchant in the order of creation. */
  boolean isIndexedByCreation();

  /** The item of the current row. */
  T read(ResultSet row) throws SQLException;

  /** Where the item is. */
  Position position(T item);
}
