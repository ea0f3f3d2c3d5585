package dev.steadfast.proof;

import dev.steadfast.local.PostgresProcess;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the database says after a storm, beside what the clients saw. The clients must have created
 * payments whose {@code reference} was the key of their intent.
 *
 * @param keys that were sent
 * @param twice keys with more than one payment
 * @param lost keys whose client saw 201 with an id that is not the key's payment
 * @param unanswered keys whose client gave up without an answer that will not change
 * @param stored answers that PostgreSQL keeps for the keys
 * @param disagreeing keys whose stored answer and payment are not the same one
 * @param ledgerSum of all entries, in all currencies
 * @param unexplained payments whose money the ledger does not explain
 */
public record Audit(
    int keys,
    List<String> twice,
    List<String> lost,
    List<String> unanswered,
    int stored,
    List<String> disagreeing,
    long ledgerSum,
    long unexplained) {

  private static final Pattern STORED =
      Pattern.compile("(?s)\"id\"\\s*:\\s*\"(pay_[^\"]+)\".*\"reference\"\\s*:\\s*\"([^\"]+)\"");

  /**
   * Reads the database.
   *
   * @param prefix with which all keys of this run begin, and no others
   */
  public static Audit of(PostgresProcess postgres, String prefix, Journal journal)
      throws SQLException {
    try (Connection connection = postgres.connect()) {
      Map<String, List<String>> payments = payments(connection, prefix);
      Map<String, List<String>> answers = answers(connection, prefix);
      Map<String, List<Outcome>> seen =
          journal.outcomes().stream().collect(Collectors.groupingBy(Outcome::key));
      return new Audit(
          seen.size(),
          keys(payments, (key, ids) -> ids.size() != 1),
          keys(seen, (key, outcomes) -> !agree(outcomes, payments.getOrDefault(key, List.of()))),
          keys(seen, (key, outcomes) -> outcomes.stream().noneMatch(Audit::isFinal)),
          answers.size(),
          disagreeing(payments, answers),
          number(connection, "SELECT coalesce(sum(amount_minor), 0) FROM ledger_entry"),
          number(connection, "SELECT count(*) FROM ledger_difference"));
    }
  }

  private static boolean isFinal(Outcome outcome) {
    return outcome.status() / 100 == 2 || outcome.status() / 100 == 4;
  }

  private static boolean agree(List<Outcome> outcomes, List<String> ids) {
    return outcomes.stream()
        .filter(outcome -> outcome.status() == 201)
        .allMatch(outcome -> ids.contains(outcome.id().orElse("")));
  }

  private static List<String> disagreeing(
      Map<String, List<String>> payments, Map<String, List<String>> answers) {
    Map<String, List<String>> both = new TreeMap<>(payments);
    both.putAll(answers);
    return keys(
        both, (key, any) -> !payments.getOrDefault(key, List.of()).equals(answers.get(key)));
  }

  private interface Test<T> {
    boolean holds(String key, List<T> values);
  }

  private static <T> List<String> keys(Map<String, List<T>> byKey, Test<T> wanted) {
    return byKey.entrySet().stream()
        .filter(entry -> wanted.holds(entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Map<String, List<String>> payments(Connection connection, String prefix)
      throws SQLException {
    Map<String, List<String>> ids = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT reference, id FROM payment WHERE starts_with(reference, ?)")) {
      query.setString(1, prefix);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.computeIfAbsent(rows.getString(1), key -> new ArrayList<>()).add(rows.getString(2));
        }
      }
    }
    return ids;
  }

  private static Map<String, List<String>> answers(Connection connection, String prefix)
      throws SQLException {
    Map<String, List<String>> ids = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT convert_from(answer, 'UTF8') FROM idempotency_outcome"
                + " WHERE position(convert_to(?, 'UTF8') IN answer) > 0")) {
      query.setString(1, prefix);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Matcher stored = STORED.matcher(rows.getString(1));
          if (stored.find()) {
            ids.computeIfAbsent(stored.group(2), key -> new ArrayList<>()).add(stored.group(1));
          }
        }
      }
    }
    return ids;
  }

  /** The one number of a query. */
  static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Rows of the tables that requests can write to, by table. */
  public static Map<String, Long> rows(PostgresProcess postgres) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = postgres.connect()) {
      for (String table :
          Set.of("merchant", "payment", "refund", "transaction", "idempotency_outcome")) {
        counts.put(table, number(connection, "SELECT count(*) FROM " + table));
      }
    }
    return counts;
  }

  /** Adds what must be so to a page. */
  public void musts(Page page) {
    page.must("no key has two payments", shown(twice), twice.isEmpty());
    page.must("every 201 that a client saw is in the database", shown(lost), lost.isEmpty());
    page.must(
        "every client got an answer in the end (" + keys + " keys)",
        shown(unanswered),
        unanswered.isEmpty());
    page.must(
        "payment and stored answer agree for every key (" + stored + " stored)",
        shown(disagreeing),
        disagreeing.isEmpty());
    page.must("the ledger sums to zero", ledgerSum, ledgerSum == 0);
    page.must("the ledger explains every payment", unexplained + " not", unexplained == 0);
  }

  private static String shown(List<String> keys) {
    return keys.isEmpty()
        ? "0 keys are not so"
        : keys.size() + " keys are not so, " + keys.subList(0, Math.min(keys.size(), 3));
  }
}
