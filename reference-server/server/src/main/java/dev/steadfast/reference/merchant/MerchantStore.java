package dev.steadfast.reference.merchant;

import dev.steadfast.reference.sql.Columns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The merchants in the database. Every method is one statement and joins the current transaction.
 */
@Repository
class MerchantStore {
  private static final String FIND =
      """
      SELECT id, platform, name, email, country, default_currency, statement_descriptor, website_url,
             metadata, status, tier, version, created_at, updated_at
        FROM merchant WHERE id = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO merchant (name, email, country, default_currency, statement_descriptor, website_url,
                            metadata, updated_at, version, id, platform, status, tier, created_at)
      VALUES (?, ?, ?, ?, ?, ?, CAST(? AS JSON), ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (lower(email)) DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE merchant
         SET name = ?, email = ?, country = ?, default_currency = ?, statement_descriptor = ?,
             website_url = ?, metadata = CAST(? AS JSON), updated_at = ?, version = ?
       WHERE id = ? AND version = ? AND status = 'active'
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  MerchantStore(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Merchant> find(String id) {
    return jdbc.query(FIND, (row, number) -> read(row), id).stream().findFirst();
  }

  /** Inserts it; false when another merchant has its email. */
  boolean insert(Merchant merchant) {
    int rows =
        jdbc.update(
            INSERT,
            statement -> {
              write(statement, merchant);
              statement.setString(10, merchant.id());
              statement.setString(11, merchant.platform());
              statement.setString(12, merchant.status().code());
              statement.setString(13, merchant.tier().code());
              Columns.setInstant(statement, 14, merchant.createdAt());
            });
    return rows == 1;
  }

  /**
   * Replaces the state before this one; false when that is no longer the current one, or the
   * merchant was suspended.
   *
   * @throws DuplicateKeyException when another merchant has the email
   */
  boolean update(Merchant merchant) {
    int rows =
        jdbc.update(
            UPDATE,
            statement -> {
              write(statement, merchant);
              statement.setString(10, merchant.id());
              statement.setLong(11, merchant.version() - 1);
            });
    return rows == 1;
  }

  /** Sets the first nine parameters: what changes. */
  private void write(PreparedStatement statement, Merchant merchant) throws SQLException {
    MerchantData data = merchant.data();
    statement.setString(1, data.name());
    statement.setString(2, data.email());
    statement.setString(3, data.country());
    statement.setString(4, data.defaultCurrency());
    statement.setString(5, data.statementDescriptor());
    statement.setString(6, data.websiteUrl());
    Columns.setLabels(json, statement, 7, data.metadata());
    Columns.setInstant(statement, 8, merchant.updatedAt());
    statement.setLong(9, merchant.version());
  }

  private Merchant read(ResultSet row) throws SQLException {
    return new Merchant(
        row.getString(1),
        row.getString(2),
        new MerchantData(
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            Columns.labels(json, row, 9)),
        MerchantStatus.of(row.getString(10)),
        Tier.of(row.getString(11)),
        row.getLong(12),
        Columns.instant(row, 13),
        Columns.instant(row, 14));
  }
}
