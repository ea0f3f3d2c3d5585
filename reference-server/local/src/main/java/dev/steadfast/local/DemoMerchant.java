package dev.steadfast.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The merchant that a new user pays. */
final class DemoMerchant {

  static final String ID = "mer_01JD8Z0000000000000000DEM0";

  static final String TIER = "basic";

  private static final String INSERT =
      """
      INSERT INTO merchant (id, name, email, country, default_currency, status, tier, version,
                            created_at, updated_at)
      VALUES (?, 'Demo Books', 'demo@books.example', 'DE', 'EUR', 'active', ?, 1, now(), now())
      ON CONFLICT DO NOTHING
      """;

  private DemoMerchant() {}

  /** Makes sure that it exists; the tables are there once a server is ready. */
  static void ensure(Database database) throws IOException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, ID);
      statement.setString(2, TIER);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IOException("the demo merchant cannot be stored: " + e.getMessage(), e);
    }
  }
}
