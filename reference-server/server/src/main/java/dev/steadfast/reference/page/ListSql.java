package dev.steadfast.reference.page;

import dev.steadfast.reference.money.Currencies;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that read a list.
 *
 * <p>A list without filters is one walk along an index. A list by state, currency or amount is a
 * <em>branch</em> for every pair of a state and a currency that the merchant has: each branch is
 * one walk along an index in the order of the list, stops after one page, and the pages are merged.
 * So the cost of a page depends on the number of pairs and the size of the page, never on how rare
 * the items are. The pairs are found by jumping from one to the next in the same index.
 *
 * <p>What belongs to one payment or has one reference is few, and is found by that alone.
 */
final class ListSql {
  private final Listing<?> listing;
  private final Selection selection;
  private final Order order;
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  private ListSql(Listing<?> listing, Selection selection, Order order) {
    this.listing = listing;
    this.selection = selection;
    this.order = order;
  }

  /** The first items after that place, or of the list. */
  static Query page(
      Listing<?> listing, Selection selection, Order order, @Nullable Position after, int limit) {
    ListSql query = new ListSql(listing, selection, order);
    query.items(after, limit);
    return query.add(" ORDER BY " + order.clause() + " LIMIT ?", limit).end();
  }

  /** The items after so many others. Amounts in several currencies are compared in main units. */
  static Query skipping(
      Listing<?> listing, Selection selection, Order order, int offset, int limit) {
    ListSql query = new ListSql(listing, selection, order);
    query.items(null, offset + limit);
    query.add(" ORDER BY " + query.inMainUnits(query.isBranched() ? "page" : listing.table()));
    return query.add(" OFFSET ? LIMIT ?", offset, limit).end();
  }

  /** How many items there are. */
  static Query count(Listing<?> listing, Selection selection) {
    ListSql query = new ListSql(listing, selection, Order.CREATED_AT);
    query.add("SELECT count(*) FROM " + listing.table() + " WHERE merchant_id = ?");
    query.parameters.add(selection.merchantId());
    query.states();
    query.filters(null);
    query.amounts(null, "currency");
    return query.end();
  }

  private boolean isBranched() {
    boolean few = selection.paymentId() != null || selection.reference() != null;
    return !few && (order.isByAmount() || selection.isByState() || !listing.isIndexedByCreation());
  }

  private void items(@Nullable Position after, int limit) {
    String table = listing.table();
    if (isBranched()) {
      branches();
      add("SELECT page.* FROM branch CROSS JOIN LATERAL (");
    }
    add("SELECT " + listing.columns() + " FROM " + table);
    add(" WHERE " + table + ".merchant_id = ?", selection.merchantId());
    if (isBranched()) {
      add(" AND " + table + "." + listing.stateColumn() + " = branch.state");
      if (listing.isIndexedByCurrency()) {
        add(" AND " + table + ".currency = branch.currency");
      }
      amounts(after, "branch.currency");
    } else {
      states();
      amounts(after, table + ".currency");
    }
    filters(after);
    if (after != null) {
      keys(after);
    }
    if (isBranched()) {
      add(" ORDER BY " + order.clause() + " LIMIT ?) AS page", limit);
    }
  }

  private void branches() {
    String[] states =
        (selection.states().isEmpty() ? listing.states() : selection.states())
            .toArray(String[]::new);
    if (!listing.isIndexedByCurrency()) {
      add("WITH branch AS (SELECT unnest(CAST(? AS TEXT[])) AS state) ", (Object) states);
    } else if (selection.currency() != null) {
      add(
          "WITH branch AS (SELECT unnest(CAST(? AS TEXT[])) AS state,"
              + " CAST(? AS CHAR(3)) AS currency) ",
          states,
          selection.currency());
    } else {
      pairs();
      add(
          " branch AS (SELECT state, currency FROM pair WHERE state = ANY(CAST(? AS TEXT[]))) ",
          (Object) states);
    }
  }

  private void pairs() {
    String table = listing.table();
    String pair = table + "." + listing.stateColumn() + ", " + table + ".currency";
    String of = " FROM " + table + " WHERE " + table + ".merchant_id = ?";
    String least = " ORDER BY " + pair + " LIMIT 1)";
    add("WITH RECURSIVE pair (state, currency) AS (");
    add("(SELECT " + pair + of + least, selection.merchantId());
    add(" UNION ALL SELECT following.* FROM pair CROSS JOIN LATERAL (SELECT " + pair);
    add(of, selection.merchantId());
    add(" AND (" + pair + ") > (pair.state, pair.currency)" + least + " AS following),");
  }

  private void states() {
    if (!selection.states().isEmpty()) {
      add(
          " AND " + listing.stateColumn() + " = ANY(CAST(? AS TEXT[]))",
          (Object) selection.states().toArray(String[]::new));
    }
    if (selection.currency() != null) {
      // as text it would not be compared by an index
      add(" AND currency = CAST(? AS CHAR(3))", selection.currency());
    }
  }

  private void filters(@Nullable Position after) {
    if (selection.paymentId() != null) {
      add(" AND payment_id = ?", selection.paymentId());
    }
    if (selection.reference() != null) {
      add(" AND reference = ?", selection.reference());
    }
    // The place says more than the bound on its side, and a scan starts at one of them only.
    if (selection.createdFrom() != null && !(after != null && order == Order.CREATED_AT)) {
      add(" AND created_at >= ?", utc(selection.createdFrom()));
    }
    if (selection.createdBefore() != null
        && !(after != null && order == Order.CREATED_AT_DESCENDING)) {
      add(" AND created_at < ?", utc(selection.createdBefore()));
    }
    if (selection.condition() != null) {
      add(" AND " + selection.condition().sql());
      parameters.addAll(selection.condition().parameters());
    }
  }

  private void amounts(@Nullable Position after, String currency) {
    AmountBound only = selection.onlyAmount();
    if (only != null) {
      // one value, not a range: the index then has the items in the order of creation
      amount("=", only, currency);
      return;
    }
    if (selection.atLeast() != null && !(after != null && order == Order.AMOUNT)) {
      amount(">=", selection.atLeast(), currency);
    }
    if (selection.atMost() != null && !(after != null && order == Order.AMOUNT_DESCENDING)) {
      amount("<=", selection.atMost(), currency);
    }
  }

  private void amount(String comparison, AmountBound bound, String currency) {
    String limit;
    List<Object> values;
    if (selection.currency() != null) {
      limit = "?";
      values = List.of(bound.in(selection.currency()));
    } else if (bound.isSame()) {
      limit = "?";
      values = List.of(bound.twoDecimals());
    } else {
      limit = byDecimals(currency, "CAST(? AS BIGINT)", "CAST(? AS BIGINT)", "CAST(? AS BIGINT)");
      values = List.of(bound.noDecimals(), bound.threeDecimals(), bound.twoDecimals());
    }
    if (order == Order.AMOUNT_DESCENDING) {
      add(" AND -" + limit + " " + comparison + " (-amount_minor)");
    } else {
      add(" AND amount_minor " + comparison + " " + limit);
    }
    parameters.addAll(values);
  }

  private void keys(Position after) {
    if (order.isByAmount() && selection.onlyAmount() != null) {
      add(" AND (created_at, id) " + order.after() + " (?, ?)", utc(after.createdAt()), after.id());
      return;
    }
    add(" AND (" + order.keys() + ") " + order.after() + " (");
    if (order.isByAmount()) {
      long amount = after.amountMinor();
      add("?, ", order == Order.AMOUNT ? amount : -amount);
    }
    add("?, ?)", utc(after.createdAt()), after.id());
  }

  private String inMainUnits(String of) {
    if (!order.isByAmount() || selection.currency() != null) {
      return order.clause();
    }
    String inThousandths =
        of + ".amount_minor * " + byDecimals(of + ".currency", "1000", "1", "10");
    return (order == Order.AMOUNT ? inThousandths : "-" + inThousandths) + ", created_at, id";
  }

  private static String byDecimals(String currency, String none, String three, String other) {
    return "CASE WHEN "
        + currency
        + in(0)
        + " THEN "
        + none
        + " WHEN "
        + currency
        + in(3)
        + " THEN "
        + three
        + " ELSE "
        + other
        + " END";
  }

  private static String in(int decimals) {
    return " IN ('" + String.join("', '", Currencies.withDecimals(decimals)) + "')";
  }

  private static Object utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private ListSql add(String text, Object... values) {
    sql.append(text);
    parameters.addAll(List.of(values));
    return this;
  }

  private Query end() {
    boolean range =
        selection.atLeast() != null
            || selection.atMost() != null
            || selection.createdFrom() != null
            || selection.createdBefore() != null;
    return new Query(
        sql.toString(), parameters, range ? Query.Planning.BY_VALUES : Query.Planning.ONCE);
  }
}
