package dev.steadfast.edge.exercise;

import dev.steadfast.proof.Audit;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Journal;
import java.sql.SQLException;
import java.util.List;

/** What customers do while something breaks, and what must be so for them afterwards. */
final class Customers {

  private Customers() {}

  static Journal paymentsOf(Journal journal) {
    return journal.only(one -> one.intent().request().method().equals("POST"));
  }

  /** The table of a whole run. */
  static void show(Page page, Journal journal) {
    List<List<String>> rows = Traffic.titles();
    rows.add(Traffic.row("whole run", journal));
    page.table(rows);
  }

  /** Nobody saw an error. */
  static void sawNoError(Page page, String who, Journal journal) {
    int failed = journal.failures().size();
    page.must(who + " saw an error", failed + " did", failed == 0);
  }

  /** What the database says. */
  static void audit(Page page, EdgeStage stage, String prefix, Journal journal)
      throws SQLException {
    Audit.of(stage.stage().postgres(), prefix, paymentsOf(journal)).musts(page);
    page.musts();
  }
}
