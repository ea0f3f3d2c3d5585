package dev.steadfast.reference.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.steadfast.local.Folders;
import dev.steadfast.local.PostgresProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of this module, with a database of its own for each that asks. */
public final class TestDatabase {
  private static final PostgresProcess SERVER = start();

  private TestDatabase() {}

  private static PostgresProcess start() {
    try {
      Path folder = Files.createTempDirectory("steadfast-server-test");
      PostgresProcess server = PostgresProcess.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while PostgreSQL started", e);
    }
  }

  private static void remove(PostgresProcess server, Path folder) {
    server.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database of that name with all migrations. */
  public static DataSource create(String name) throws SQLException {
    try (Connection connection = SERVER.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(SERVER.jdbcUrl().replaceFirst("/[^/]*$", "/" + name));
    source.setUsername(SERVER.user());
    source.setPassword(SERVER.password());
    // as in the server
    source.addDataSourceProperty("prepareThreshold", "1");
    Flyway.configure().dataSource(source).load().migrate();
    return source;
  }
}
