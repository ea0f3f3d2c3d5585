package dev.steadfast.reference.api;

import com.zaxxer.hikari.HikariDataSource;
import dev.steadfast.local.Folders;
import dev.steadfast.local.Issuer;
import dev.steadfast.local.RedisProcess;
import dev.steadfast.reference.ReferenceServer;
import dev.steadfast.reference.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server for all tests of this package, with PostgreSQL and Redis of its own. */
final class RunningServer {
  private static final RunningServer ONLY = start();

  private final String url;
  private final Issuer issuer;
  private final JdbcTemplate jdbc;
  private final AtomicLong merchants = new AtomicLong();

  private RunningServer(String url, Issuer issuer, JdbcTemplate jdbc) {
    this.url = url;
    this.issuer = issuer;
    this.jdbc = jdbc;
  }

  static RunningServer get() {
    return ONLY;
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunningServer start() {
    try {
      Path folder = Files.createTempDirectory("steadfast-api-test");
      HikariDataSource database = (HikariDataSource) TestDatabase.create("api");
      RedisProcess redis = RedisProcess.start(folder.resolve("redis"));
      Issuer issuer = Issuer.open(folder.resolve("keys"));
      ConfigurableApplicationContext context =
          SpringApplication.run(
              ReferenceServer.class,
              "--server.port=0",
              "--spring.datasource.url=" + database.getJdbcUrl(),
              "--spring.datasource.username=" + database.getUsername(),
              "--spring.datasource.password=" + database.getPassword(),
              "--token.jwks=" + issuer.jwksUri(),
              "--token.keys-min-age=0s",
              "--steadfast.idempotency.redis.url=" + redis.url(),
              "--steadfast.rate-limit.redis.url=" + redis.url(),
              "--health.redis=" + redis.url(),
              "--health.drain-delay=0s",
              "--refund.decision-after=1h",
              "--payment.expiry-interval=200ms",
              "--refund.decision-interval=200ms");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    context.close();
                    redis.close();
                    delete(folder);
                  }));
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      return new RunningServer("http://127.0.0.1:" + port, issuer, new JdbcTemplate(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the server started", e);
    }
  }

  String url() {
    return url;
  }

  Issuer issuer() {
    return issuer;
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** A new active merchant, as a client with every scope of merchants. */
  Api newMerchant() {
    String id = "mer_%026d".formatted(merchants.incrementAndGet());
    jdbc.update(
        """
        INSERT INTO merchant (id, name, email, country, default_currency, status, tier, version,
                              created_at, updated_at)
        VALUES (?, 'Shop', ? || '@example.com', 'DE', 'EUR', 'active', 'premium', 1, now(), now())
        """,
        id,
        id);
    return as(id, Issuer.MERCHANT_SCOPES.toArray(String[]::new));
  }

  /** A client of a merchant with some scopes. */
  Api as(String merchant, String... scopes) {
    return new Api(url, merchant, issuer.token(merchant, "premium", scopes));
  }

  /** A client with any token. */
  Api withToken(String token) {
    return new Api(url, "", token);
  }
}
