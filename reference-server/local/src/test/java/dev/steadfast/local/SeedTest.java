package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

  private static final Path MIGRATIONS = Path.of("../server/src/main/resources/db/migration");
  private static final int WANTED = 30_000;

  @TempDir private Path folder;

  @Test
  void seededData_passesEveryConstraintAndBalances()
      throws IOException, SQLException, InterruptedException {
    try (PostgresProcess postgres = PostgresProcess.start(folder);
        Connection connection = postgres.connect()) {
      migrate(connection);
      List<Long> progress = new ArrayList<>();
      Seed seed = new Seed(connection, Instant.now(), 42);

      seed.run(WANTED, progress::add);

      assertThat(value(connection, "SELECT count(*) FROM transaction"))
          .isEqualTo(seed.transactions())
          .isBetween((long) WANTED, WANTED + 10L);
      assertThat(value(connection, "SELECT count(*) FROM payment")).isEqualTo(seed.payments());
      assertThat(value(connection, "SELECT count(*) FROM refund")).isEqualTo(seed.refunds());
      assertThat(value(connection, "SELECT sum(amount_minor) FROM ledger_entry")).isZero();
      assertThat(value(connection, "SELECT count(*) FROM ledger_difference")).isZero();
      assertThat(value(connection, "SELECT count(DISTINCT status) FROM payment")).isEqualTo(7);
      assertThat(value(connection, "SELECT count(DISTINCT type) FROM transaction")).isEqualTo(3);
      assertThat(value(connection, "SELECT count(*) FROM transaction WHERE created_at > now()"))
          .isZero();
      assertThat(
              value(
                  connection,
                  "SELECT count(*) * 100 / "
                      + WANTED
                      + " FROM transaction WHERE merchant_id = '"
                      + DemoMerchant.ID
                      + "'"))
          .isBetween(88L, 92L);
      assertThat(progress).isSorted().endsWith(seed.transactions());
    }
  }

  private static void migrate(Connection connection) throws IOException, SQLException {
    List<Path> files;
    try (Stream<Path> all = Files.list(MIGRATIONS)) {
      files = all.sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(Files.readString(file));
      }
    }
  }

  private static long value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }
}
