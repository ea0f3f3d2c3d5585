package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.starter.idempotency.IdempotencyProperties.Purge;
import dev.steadfast.starter.idempotency.IdempotencyProperties.Redis;
import dev.steadfast.starter.problem.ProblemAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

class IdempotencySettingsTest {

  private static final String PATHS = "steadfast.idempotency.paths=/sales";

  private final DataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/x");
  private final WebApplicationContextRunner bare =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ProblemAutoConfiguration.class, IdempotencyAutoConfiguration.class));
  private final WebApplicationContextRunner application =
      bare.withBean(DataSource.class, () -> nowhere)
          .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(nowhere));

  @Test
  void defaults_areThese() {
    application.run(
        context ->
            assertThat(context.getBean(IdempotencyProperties.class))
                .isEqualTo(
                    new IdempotencyProperties(
                        true,
                        List.of(),
                        List.of("POST"),
                        Duration.ofHours(24),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        DataSize.ofKilobytes(64),
                        List.of("Location", "ETag", "Content-Language"),
                        new Redis(null, Duration.ofMillis(100), Duration.ofHours(1), 16),
                        new Purge(true, Duration.ofMinutes(1), 1000))));
  }

  @Test
  void everyKey_binds() {
    application
        .withPropertyValues(
            "steadfast.idempotency.enabled=true",
            "steadfast.idempotency.paths=/a,/b/{id}",
            "steadfast.idempotency.methods=POST,PATCH",
            "steadfast.idempotency.ttl=2h",
            "steadfast.idempotency.wait-for-first=0",
            "steadfast.idempotency.hold-timeout=3s",
            "steadfast.idempotency.max-body=1KB",
            "steadfast.idempotency.headers=Location",
            "steadfast.idempotency.redis.url=redis://127.0.0.1:1/3",
            "steadfast.idempotency.redis.timeout=50ms",
            "steadfast.idempotency.redis.ttl=30m",
            "steadfast.idempotency.redis.connections=4",
            "steadfast.idempotency.purge.enabled=false",
            "steadfast.idempotency.purge.interval=5m",
            "steadfast.idempotency.purge.batch=7")
        .run(
            context ->
                assertThat(context.getBean(IdempotencyProperties.class))
                    .isEqualTo(
                        new IdempotencyProperties(
                            true,
                            List.of("/a", "/b/{id}"),
                            List.of("POST", "PATCH"),
                            Duration.ofHours(2),
                            Duration.ZERO,
                            Duration.ofSeconds(3),
                            DataSize.ofKilobytes(1),
                            List.of("Location"),
                            new Redis(
                                URI.create("redis://127.0.0.1:1/3"),
                                Duration.ofMillis(50),
                                Duration.ofMinutes(30),
                                4),
                            new Purge(false, Duration.ofMinutes(5), 7))));
  }

  @Test
  void feature_switchedOff_isNotThere() {
    application
        .withPropertyValues(PATHS, "steadfast.idempotency.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(IdempotencyFilter.class));
  }

  @Test
  void feature_withoutPaths_isNotThere() {
    application.run(context -> assertThat(context).doesNotHaveBean(IdempotencyFilter.class));
  }

  @Test
  void paths_withoutADatabase_keepTheApplicationFromStarting() {
    bare.withPropertyValues(PATHS)
        .run(context -> assertThat(context).getFailure().hasMessageContaining("DataSource"));
  }

  @Test
  void emptyRedisAddress_isNone() {
    application
        .withPropertyValues(PATHS, "steadfast.idempotency.redis.url=")
        .run(
            context -> assertThat(context.getBean(OutcomeCache.class)).isSameAs(OutcomeCache.NONE));
  }

  @Test
  void redisThatKeepsLongerThanTheTable_isRefused() {
    application
        .withPropertyValues(PATHS, "steadfast.idempotency.ttl=10m")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "steadfast.idempotency.redis.ttl (PT1H) must be at most"
                            + " steadfast.idempotency.ttl (PT10M)"));
  }

  @Test
  void meters_areThereFromTheStart() {
    application
        .withPropertyValues(PATHS)
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              MeterRegistry meters = context.getBean(MeterRegistry.class);
              assertThat(meters.find("steadfast.idempotency.requests").counters())
                  .extracting(counter -> counter.getId().getTag("outcome"))
                  .containsExactlyInAnyOrder(
                      "new",
                      "refused",
                      "replayed",
                      "in_progress",
                      "reused",
                      "key_missing",
                      "too_large",
                      "unavailable");
              assertThat(meters.get("steadfast.idempotency.redis.lost").gauge().value()).isZero();
              assertThat(
                      meters.get("steadfast.idempotency.redis.skipped").functionCounter().count())
                  .isZero();
            });
  }
}
