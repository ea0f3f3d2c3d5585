package dev.steadfast.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to reach the database.
 *
 * @param url {@code jdbc:postgresql://…}
 */
public record Database(String url, String user, String password) {

  /** A new connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
