package dev.steadfast.local;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a table, in the text format of COPY (PostgreSQL manual, COPY). */
final class CopyRows {

  private final String statement;
  private final StringBuilder text = new StringBuilder();
  private long count;

  CopyRows(String table, String columns) {
    this.statement = "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  /** Adds a row; the values need no escapes. */
  void add(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      text.append(values[i] == null ? "\\N" : values[i]);
    }
    text.append('\n');
    count++;
  }

  /** How many were ever added. */
  long count() {
    return count;
  }

  /** Sends what was added since the last time. */
  void write(Connection connection) throws SQLException, IOException {
    if (text.length() > 0) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement, new StringReader(text.toString()));
      text.setLength(0);
    }
  }
}
