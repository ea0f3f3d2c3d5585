package dev.steadfast.reference.health;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the health checks.
 *
 * @param redis where Redis is; without one it is not looked at
 * @param interval how often PostgreSQL and Redis are asked
 * @param timeout how long one of them may take to answer
 * @param drainDelay how long a server that is being stopped still takes requests while it says that
 *     it is not ready; longer than a load balancer needs to notice
 */
@ConfigurationProperties("health")
public record HealthProperties(
    @Nullable URI redis,
    @DefaultValue("500ms") Duration interval,
    @DefaultValue("1s") Duration timeout,
    @DefaultValue("2s") Duration drainDelay) {

  /** An empty address is none: it comes from an environment variable that is not set. */
  public HealthProperties {
    redis = redis == null || redis.toString().isEmpty() ? null : redis;
  }
}
