package dev.steadfast.proof.rows;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which indexes serve the lists, and what they weigh. */
final class IndexUse {

  private IndexUse() {}

  /**
   * Asks for every documented filter and order, and reads from the log what PostgreSQL did.
   *
   * @param most rows that a page may read
   */
  static void plans(Stage stage, Connection connection, Merchant merchant, long most, Page page)
      throws IOException, InterruptedException, SQLException {
    page.heading("What PostgreSQL did for every filter and order");
    String payment =
        Rows.ask(
                connection,
                "SELECT payment_id FROM refund WHERE merchant_id = ? ORDER BY created_at LIMIT 1",
                merchant.id())
            .get(0);
    String from =
        Rows.ask(
                connection,
                "SELECT to_char(max(created_at) - interval '60 days', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                    + " FROM payment WHERE merchant_id = ?",
                merchant.id())
            .get(0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Page.row("list and order", "combinations", "indexes", "most rows read", "by", "buffers"));
    Plans plans = new Plans(stage.postgres(), stage.folder());
    try (ServerProcess server = stage.server("explained", MillionRows.NO_LIMITS)) {
      server.awaitReady(Duration.ofMinutes(2));
      try (ListReader reader = new ListReader(Target.of(server.url()), merchant)) {
        for (Map.Entry<String, List<String>> list : Combinations.all(payment, from).entrySet()) {
          rows.add(explain(list.getKey(), list.getValue(), reader, plans, most, page));
        }
      }
    } finally {
      Plans.end(stage.postgres());
    }
    page.table(rows);
  }

  private static List<String> explain(
      String list, List<String> addresses, ListReader reader, Plans plans, long most, Page page)
      throws IOException, InterruptedException {
    SortedSet<String> indexes = new TreeSet<>();
    SortedSet<String> sequential = new TreeSet<>();
    Plans.Plan worst = new Plans.Plan(new TreeSet<>(), new TreeSet<>(), -1, 0);
    String by = "";
    for (String address : addresses) {
      reader.page(address, null);
      List<Plans.Plan> found = plans.next();
      for (int i = 0; found.isEmpty() && i < 100; i++) {
        Thread.sleep(10);
        found = plans.next();
      }
      for (Plans.Plan plan : found) {
        indexes.addAll(plan.indexes());
        sequential.addAll(plan.sequential());
        if (plan.rows() > worst.rows()) {
          worst = plan;
          by = address.substring(address.indexOf('?') + 1);
        }
      }
    }
    page.must(list + ": no table is read from end to end", sequential, sequential.isEmpty());
    page.must(
        list + ": at most " + most + " rows are read",
        worst.rows(),
        worst.rows() >= 0 && worst.rows() <= most);
    return Page.row(
        list,
        addresses.size(),
        String.join(", ", indexes),
        worst.rows(),
        "`" + by + "`",
        worst.buffers());
  }

  /** How large each index is. */
  static void weights(Connection connection, Page page) throws SQLException {
    page.heading("What the indexes weigh");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("index", "MB"));
    for (String index :
        Rows.ask(
            connection,
            "SELECT indexrelname || ' ' || pg_relation_size(indexrelid) / 1000000"
                + " FROM pg_stat_user_indexes"
                + " WHERE relname IN ('payment', 'refund', 'transaction')"
                + " ORDER BY relname, pg_relation_size(indexrelid) DESC")) {
      rows.add(Page.row((Object[]) index.split(" ", -1)));
    }
    page.table(rows);
  }
}
