package dev.steadfast.reference.page;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The transactions that are writing at this moment. What they write may appear later, with an
 * instant of creation as old as they are.
 */
@Component
final class Writers {
  // The role of the server sees its own sessions only. That is enough: nobody else writes.
  private static final String OLDEST =
      """
      SELECT CAST(extract(epoch FROM clock_timestamp() - min(xact_start)) * 1000000 AS BIGINT)
        FROM pg_stat_get_activity(NULL)
       WHERE backend_xid IS NOT NULL
         AND datid = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  private final JdbcTemplate jdbc;

  Writers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How long ago the oldest of them began, by the clock of the database; zero without any. */
  Duration oldest() {
    Long micros = jdbc.queryForObject(OLDEST, Long.class);
    return micros == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, micros) * 1000);
  }
}
