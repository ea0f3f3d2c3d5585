package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.local.PostgresProcess;
import dev.steadfast.services.Services;
import dev.steadfast.starter.idempotency.CuttingProxy.Cut;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** PostgreSQL is lost at the worst moments: nothing is acknowledged that is not there. */
class PostgresLostTest {

  private static CuttingProxy proxy;
  private static Bookshop till;
  private static JdbcTemplate direct;

  private final String reference = UUID.randomUUID().toString();
  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void open() throws IOException {
    PostgresProcess postgres = Services.postgres();
    proxy = new CuttingProxy(postgres.port());
    till =
        Bookshop.open(
            new Class<?>[] {Till.class},
            Till.settingsFor(
                postgres.jdbcUrl().replace(":" + postgres.port() + "/", ":" + proxy.port() + "/"),
                "steadfast.idempotency.redis.url=" + Services.redis().url()));
    direct =
        new JdbcTemplate(
            new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password()));
  }

  @AfterAll
  static void close() throws IOException {
    till.close();
    proxy.close();
  }

  @Test
  void commit_thatDidNotArrive_isNotAcknowledged_andTheNextOneTakesEffect() {
    proxy.cutNext(Cut.BEFORE);
    assertUnavailable(sell());
    assertThat(sales()).isZero();

    HttpResponse<String> second = sell();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void commit_whoseAnswerIsLost_isNotAcknowledged_andTheNextOneFindsIt() {
    proxy.cutNext(Cut.AFTER);
    assertUnavailable(sell());
    assertThat(sales()).isEqualTo(1);

    HttpResponse<String> second = sell();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(sales()).isEqualTo(1);
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("/problems/unavailable");
  }

  private HttpResponse<String> sell() {
    return till.post(
        "/sales",
        "{\"reference\":\"" + reference + "\",\"amount\":5}",
        "X-Shop",
        "shop_1",
        "Idempotency-Key",
        key);
  }

  private int sales() {
    Integer count =
        direct.queryForObject(
            "SELECT count(*) FROM sale WHERE reference = ?", Integer.class, reference);
    return count == null ? 0 : count;
  }
}
