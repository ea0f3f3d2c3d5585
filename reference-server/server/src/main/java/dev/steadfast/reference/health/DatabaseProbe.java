package dev.steadfast.reference.health;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL, over a connection of its own: a pool that is busy is no reason to send requests
 * to another server, which has the same database. After an outage the pool must have a connection
 * again, too: it pauses for up to 5 s between its attempts, and answers 503 meanwhile.
 */
final class DatabaseProbe implements Probe {
  private final HikariDataSource pool;
  private final Properties properties = new Properties();
  private final int seconds;
  private @Nullable Connection connection;
  private boolean lost;

  DatabaseProbe(HikariDataSource pool, Duration timeout) {
    this.pool = pool;
    this.seconds = Math.toIntExact(Math.max(1, timeout.toSeconds()));
    if (pool.getUsername() != null) {
      properties.setProperty("user", pool.getUsername());
    }
    if (pool.getPassword() != null) {
      properties.setProperty("password", pool.getPassword());
    }
    properties.setProperty("connectTimeout", Integer.toString(seconds));
    properties.setProperty("loginTimeout", Integer.toString(seconds));
    properties.setProperty("socketTimeout", Integer.toString(seconds));
    properties.setProperty("ApplicationName", "health");
  }

  @Override
  public boolean answers() {
    try {
      if (connection == null) {
        connection = DriverManager.getConnection(pool.getJdbcUrl(), properties);
      }
      if (connection.isValid(seconds) && (!lost || poolAnswers())) {
        lost = false;
        return true;
      }
    } catch (SQLException e) {
      // told by the answer
    }
    lost = true;
    close();
    return false;
  }

  private boolean poolAnswers() throws SQLException {
    try (Connection one = pool.getConnection()) {
      return one.isValid(seconds);
    }
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        // it is gone already
      }
    }
  }
}
