package dev.steadfast.starter.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.starter.problem.ProblemAutoConfiguration;
import dev.steadfast.starter.ratelimit.Quota.Kind;
import dev.steadfast.starter.ratelimit.RateLimitProperties.Redis;
import dev.steadfast.starter.ratelimit.RateLimitProperties.Tier;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class RateLimitSettingsTest {

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ProblemAutoConfiguration.class, RateLimitAutoConfiguration.class));

  @Test
  void defaults_areThese() {
    application.run(
        context ->
            assertThat(context.getBean(RateLimitProperties.class))
                .isEqualTo(
                    new RateLimitProperties(
                        true,
                        List.of("/**"),
                        Duration.ofMinutes(1),
                        Map.of("basic", new Tier(100, 100), "premium", new Tier(1000, 1000)),
                        "basic",
                        null,
                        new Redis(null, Duration.ofMillis(100)),
                        10_000)));
  }

  @Test
  void everyKey_binds() {
    application
        .withPropertyValues(
            "steadfast.rate-limit.enabled=true",
            "steadfast.rate-limit.paths=/a/**",
            "steadfast.rate-limit.window=10s",
            "steadfast.rate-limit.tiers.free.reads=5",
            "steadfast.rate-limit.tiers.free.writes=2",
            "steadfast.rate-limit.default-tier=free",
            "steadfast.rate-limit.file=limits.yaml",
            "steadfast.rate-limit.redis.url=redis://127.0.0.1:1",
            "steadfast.rate-limit.redis.timeout=50ms",
            "steadfast.rate-limit.local-budgets=10")
        .run(
            context ->
                assertThat(context.getBean(RateLimitProperties.class))
                    .isEqualTo(
                        new RateLimitProperties(
                            true,
                            List.of("/a/**"),
                            Duration.ofSeconds(10),
                            Map.of("free", new Tier(5, 2)),
                            "free",
                            Path.of("limits.yaml"),
                            new Redis(URI.create("redis://127.0.0.1:1"), Duration.ofMillis(50)),
                            10)));
  }

  @Test
  void feature_switchedOff_isNotThere() {
    application
        .withPropertyValues("steadfast.rate-limit.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(RateLimitFilter.class));
  }

  @Test
  void limitThatLetsNobodyIn_isRefused() {
    application
        .withPropertyValues(
            "steadfast.rate-limit.tiers.basic.reads=0", "steadfast.rate-limit.tiers.basic.writes=1")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("a tier's reads must be 1 to 999999999, is 0"));
  }

  @Test
  void defaultTierThatIsNone_isRefused() {
    application
        .withPropertyValues("steadfast.rate-limit.default-tier=gold")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "steadfast.rate-limit.default-tier must be one of [basic, premium], is"
                            + " gold"));
  }

  @Test
  void application_withoutRedis_countsForItself() {
    application.run(
        context -> {
          RateLimiter limiter = context.getBean(RateLimiter.class);
          RateLimitClient client = new RateLimitClient("a", null);
          for (int i = 0; i < 100; i++) {
            assertThat(limiter.count(client, Kind.READ).allowed()).isTrue();
          }
          assertThat(limiter.count(client, Kind.READ).allowed()).isFalse();
        });
  }

  @Test
  void redis_down_doesNotKeepTheApplicationFromStarting() {
    application
        .withPropertyValues("steadfast.rate-limit.redis.url=redis://127.0.0.1:1")
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              RateLimiter limiter = context.getBean(RateLimiter.class);
              assertThat(limiter.count(new RateLimitClient("a", null), Kind.READ).remaining())
                  .isEqualTo(99);
              MeterRegistry meters = context.getBean(MeterRegistry.class);
              assertThat(meters.get("steadfast.rate.limit.redis.lost").gauge().value())
                  .isEqualTo(1);
              assertThat(meters.find("steadfast.rate.limit.requests").counters()).hasSize(4);
            });
  }
}
