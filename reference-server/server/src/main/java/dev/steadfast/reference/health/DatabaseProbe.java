package dev.steadfast.reference.health;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL, over a connection of its own: a pool that is busy is no reason to send requests
 * to another server, which has the same database.
 */
final class DatabaseProbe implements Probe {
  private final String url;
  private final Properties properties = new Properties();
  private final int seconds;
  private @Nullable Connection connection;

  DatabaseProbe(String url, @Nullable String user, @Nullable String password, Duration timeout) {
    this.url = url;
    this.seconds = Math.toIntExact(Math.max(1, timeout.toSeconds()));
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
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
        connection = DriverManager.getConnection(url, properties);
      }
      if (connection.isValid(seconds)) {
        return true;
      }
    } catch (SQLException e) {
      // told by the answer
    }
    close();
    return false;
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
