package dev.steadfast.reference.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.steadfast.local.PostgresProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {

  @Test
  void answers_afterAnOutage_onlyWhenRequestsGetConnectionsAgain(@TempDir Path folder)
      throws IOException, InterruptedException, SQLException {
    try (PostgresProcess postgres = PostgresProcess.start(folder);
        HikariDataSource pool = poolOf(postgres);
        DatabaseProbe probe = new DatabaseProbe(pool, Duration.ofSeconds(1))) {
      pool.getConnection().close();
      assertThat(probe.answers()).isTrue();

      postgres.kill9();
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      while (System.nanoTime() < end) { // customers ask on, so the pool's pauses become seconds
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
      }
      assertThat(probe.answers()).isFalse();

      postgres.restart();
      while (!probe.answers()) {
        Thread.sleep(50);
      }
      assertThatCode(() -> pool.getConnection().close()).doesNotThrowAnyException();
    }
  }

  private static HikariDataSource poolOf(PostgresProcess postgres) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(postgres.jdbcUrl());
    pool.setUsername(postgres.user());
    pool.setPassword(postgres.password());
    pool.setConnectionTimeout(1000);
    pool.setMaximumPoolSize(2);
    return pool;
  }
}
