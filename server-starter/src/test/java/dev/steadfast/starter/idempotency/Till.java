package dev.steadfast.starter.idempotency;

import dev.steadfast.services.Services;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes money, and writes every sale down in one table of its own. */
@Configuration(proxyBeanMethods = false)
class Till {

  /** Settings that let a till run on the shared services. */
  static String[] settings(String... more) {
    return settingsFor(Services.postgres().jdbcUrl(), more);
  }

  /** Settings that let a till reach the shared PostgreSQL by another address. */
  static String[] settingsFor(String jdbcUrl, String... more) {
    List<String> settings = new ArrayList<>();
    settings.add("spring.datasource.url=" + jdbcUrl);
    settings.add("spring.datasource.username=" + Services.postgres().user());
    settings.add("spring.datasource.password=" + Services.postgres().password());
    settings.add("spring.datasource.hikari.connection-timeout=2000");
    settings.add("steadfast.idempotency.paths=/sales,/v2/sales,/sales/*/void");
    settings.add("steadfast.idempotency.purge.enabled=false");
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  @Bean
  IdempotencyOwner owner() {
    return request -> request.getHeader("X-Shop");
  }

  /** The handlers. */
  @RestController
  static class Sales {
    private final JdbcTemplate jdbc;

    Sales(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
      jdbc.execute(
          "CREATE TABLE IF NOT EXISTS sale (id BIGSERIAL PRIMARY KEY, reference TEXT NOT NULL,"
              + " amount BIGINT NOT NULL)");
    }

    /** A sale to be; the amount tells what happens. */
    record NewSale(String reference, long amount, @Nullable Integer slowMillis) {}

    @PostMapping({"/sales", "/v2/sales"})
    ResponseEntity<Map<String, Object>> sell(@RequestBody NewSale sale)
        throws InterruptedException {
      Long id =
          jdbc.queryForObject(
              "INSERT INTO sale (reference, amount) VALUES (?, ?) RETURNING id",
              Long.class,
              sale.reference(),
              sale.amount());
      if (sale.slowMillis() != null) {
        Thread.sleep(sale.slowMillis());
      }
      if (sale.amount() < 0) {
        return ResponseEntity.status(422).body(Map.of("refused", sale.amount()));
      }
      if (sale.amount() == 13) {
        throw new IllegalStateException("thirteen");
      }
      return ResponseEntity.created(URI.create("/sales/" + id))
          .eTag("\"1\"")
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("id", String.valueOf(id)));
    }

    @PostMapping("/sales/{id}/void")
    ResponseEntity<Void> cancel(@PathVariable long id) {
      jdbc.update("UPDATE sale SET amount = 0 WHERE id = ?", id);
      return ResponseEntity.noContent().build();
    }
  }
}
