package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessTest {

  @TempDir private static Path folder;
  private static PostgresProcess postgres;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    postgres = PostgresProcess.start(folder);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void settings_areDurable() throws SQLException {
    assertThat(value("SHOW fsync")).isEqualTo("on");
    assertThat(value("SHOW synchronous_commit")).isEqualTo("on");
    assertThat(value("SHOW full_page_writes")).isEqualTo("on");
    assertThat(value("SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(value("SHOW listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void committedRow_afterKill9_isThere() throws IOException, SQLException, InterruptedException {
    execute("CREATE TABLE kept (n INT)", "INSERT INTO kept VALUES (42)");
    long before = postgres.pid();

    postgres.kill9();
    assertThat(postgres.isAlive()).isFalse();
    assertThatThrownBy(postgres::connect).isInstanceOf(SQLException.class);
    postgres.restart();

    assertThat(postgres.pid()).isNotEqualTo(before);
    assertThat(value("SELECT n FROM kept")).isEqualTo("42");
  }

  @Test
  void staleLock_ofAnotherLiveProcess_doesNotStopIt()
      throws IOException, SQLException, InterruptedException {
    postgres.kill9();
    Path lock = folder.resolve("data/postmaster.pid");
    String text = Files.readString(lock);
    long self = ProcessHandle.current().pid();
    Files.writeString(lock, text.replaceFirst("\\d+", Long.toString(self)));

    postgres.restart();

    assertThat(value("SELECT 1")).isEqualTo("1");
  }

  @Test
  void secondServer_onTheSameFolder_isRefused() {
    assertThatThrownBy(() -> PostgresProcess.start(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "another PostgreSQL (process %d) runs on %s", postgres.pid(), folder.resolve("data"));
    assertThat(postgres.isAlive()).isTrue();
  }

  @Test
  void hungServer_afterResume_answers() throws SQLException {
    postgres.hang();
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    postgres.jdbcUrl()
                        + "?user="
                        + postgres.user()
                        + "&password="
                        + postgres.password()
                        + "&loginTimeout=1"))
        .isInstanceOf(SQLException.class);
    postgres.resume();

    assertThat(value("SELECT 1")).isEqualTo("1");
  }

  @Test
  void wrongPassword_isRefused() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  private static String value(String query) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }
}
