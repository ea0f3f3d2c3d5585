package dev.steadfast.proof.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.local.PostgresProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL does for the statements that servers really send: its module auto_explain writes
 * the plan of each, as it was executed, into the log.
 */
final class Plans {

  private static final List<String> SETTINGS =
      List.of(
          "session_preload_libraries = 'auto_explain'",
          "auto_explain.log_min_duration = 0",
          "auto_explain.log_analyze = on",
          "auto_explain.log_timing = off",
          "auto_explain.log_buffers = on");

  private static final Pattern NODE =
      Pattern.compile("(?m)^\\s*(?:->  )?([A-Z][A-Za-z ]+?)(?: using (\\w+))? on (\\w+).*$");
  private static final Pattern ACTUAL = Pattern.compile("actual rows=([0-9.]+) loops=(\\d+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by \\w[\\w ]*: (\\d+)");
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

  /**
   * What was done for one statement.
   *
   * @param sequential the tables that were read from end to end
   * @param rows how many rows were looked at, wanted or not
   * @param buffers how many pages of 8 KiB were touched
   */
  record Plan(SortedSet<String> sequential, SortedSet<String> indexes, long rows, long buffers) {}

  private final Path log;
  private long read;

  /** For connections that are opened from now on. */
  Plans(PostgresProcess postgres, Path folder) throws SQLException, IOException {
    this.log = folder.resolve("postgres/postgres.log");
    settings(postgres, " SET ", SETTINGS);
    next();
  }

  /** Ends it, for connections that are opened later. */
  static void end(PostgresProcess postgres) throws SQLException {
    settings(
        postgres,
        " RESET ",
        SETTINGS.stream().map(setting -> setting.substring(0, setting.indexOf(' '))).toList());
  }

  private static void settings(PostgresProcess postgres, String how, List<String> settings)
      throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      // a setting of a module is known only where it is loaded
      statement.execute("LOAD 'auto_explain'");
      for (String setting : settings) {
        statement.execute("ALTER DATABASE payments" + how + setting);
      }
    }
  }

  /** The plans of the statements that listed something since the last call. */
  List<Plan> next() throws IOException {
    byte[] more;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      more = new byte[Math.toIntExact(file.length() - read)];
      file.seek(read);
      file.readFully(more);
      read += more.length;
    }
    List<Plan> plans = new ArrayList<>();
    // an entry begins with its time, the lines after the first one with a tab
    for (String entry : new String(more, UTF_8).split("\\n(?!\\t)", -1)) {
      if (entry.contains(" plan:") && entry.contains("merchant_id") && entry.contains("ORDER BY")) {
        plans.add(plan(entry.substring(entry.indexOf("\n\t", entry.indexOf("Query Text")))));
      }
    }
    return plans;
  }

  /** Of the text form of a plan. */
  static Plan plan(String text) {
    SortedSet<String> sequential = new TreeSet<>();
    SortedSet<String> indexes = new TreeSet<>();
    long rows = 0;
    double loops = 0;
    boolean ofTable = false;
    long buffers = 0;
    for (String line : text.split("\\n", -1)) {
      Matcher actual = ACTUAL.matcher(line);
      if (actual.find()) {
        Matcher node = NODE.matcher(line.substring(0, line.indexOf("  (")));
        loops = Double.parseDouble(actual.group(2));
        ofTable = node.matches() && node.group(1).contains("Scan") && !line.contains("CTE Scan");
        if (ofTable && !line.contains("WorkTable")) {
          rows += Math.round(Double.parseDouble(actual.group(1)) * loops);
          if (line.contains("Seq Scan")) {
            sequential.add(node.group(3));
          }
          if (node.group(2) != null) {
            indexes.add(node.group(2));
          } else if (node.group(1).contains("Bitmap Index")) {
            indexes.add(node.group(3));
          }
        }
      }
      Matcher removed = REMOVED.matcher(line);
      if (ofTable && removed.find()) {
        rows += Math.round(Double.parseDouble(removed.group(1)) * loops);
      }
      Matcher touched = BUFFERS.matcher(line);
      if (buffers == 0 && touched.find()) {
        // the first line is the root's, which counts for all below it
        buffers = number(touched.group(1)) + number(touched.group(2));
      }
    }
    return new Plan(sequential, indexes, rows, buffers);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
