package dev.steadfast.reference.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Columns of types that JDBC has no accessors for. Positions count from 1. */
public final class Columns {
  private static final TypeReference<LinkedHashMap<String, String>> LABELS =
      new TypeReference<>() {};

  private Columns() {}

  /** The instant of a column that is never null. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The instant of a column that may be null. */
  public static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Labels in the order in which they were written. */
  public static @Nullable Map<String, String> labels(JsonMapper json, ResultSet row, int column)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? null : json.readValue(text, LABELS);
  }

  /** Sets an instant, or null. */
  public static void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
      throws SQLException {
    statement.setObject(
        index,
        value == null ? null : value.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** Sets a number, or null. */
  public static void setLong(PreparedStatement statement, int index, @Nullable Long value)
      throws SQLException {
    statement.setObject(index, value, Types.BIGINT);
  }

  /** Sets labels, or null, for a parameter that is cast to JSON. */
  public static void setLabels(
      JsonMapper json, PreparedStatement statement, int index, @Nullable Map<String, String> value)
      throws SQLException {
    statement.setString(index, value == null ? null : json.writeValueAsString(value));
  }
}
