package dev.steadfast.reference.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL for a sign of life, within the pool's time limits. */
@Component
final class DatabaseProbe {
  private static final int SECONDS = 1;

  private final DataSource source;

  DatabaseProbe(DataSource source) {
    this.source = source;
  }

  /** Whether a connection could be had and answers. */
  boolean answers() {
    try (Connection connection = source.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
