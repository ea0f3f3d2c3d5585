package dev.steadfast.starter.idempotency;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the operations that take effect once per {@code Idempotency-Key}.
 *
 * @param enabled whether the feature is there at all
 * @param paths which requests need a key, as path patterns of Spring MVC such as {@code
 *     /v1/payments/{id}/capture}; none by default, so that the starter changes no application that
 *     has not asked for it
 * @param methods which methods need a key on these paths
 * @param ttl how long an answer is given again, and its key refused for other requests; shorter
 *     than the longest retry of a client means double effects
 * @param waitForFirst how long a request waits for the first one with its key before it is answered
 *     with 409; 0 answers at once
 * @param holdTimeout how long a server may keep a transaction without sending a statement, until
 *     PostgreSQL ends it and frees its key: what a hung server costs; 0 is forever
 * @param maxBody the longest request body that is read; a longer one is answered with 413
 * @param headers which headers of an answer are given again with it, besides {@code Content-Type}
 * @param redis what answers faster than PostgreSQL
 * @param purge how old answers are removed
 */
@ConfigurationProperties("steadfast.idempotency")
public record IdempotencyProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue List<String> paths,
    @DefaultValue("POST") List<String> methods,
    @DefaultValue("24h") Duration ttl,
    @DefaultValue("250ms") Duration waitForFirst,
    @DefaultValue("10s") Duration holdTimeout,
    @DefaultValue("64KB") DataSize maxBody,
    @DefaultValue({"Location", "ETag", "Content-Language"}) List<String> headers,
    @DefaultValue Redis redis,
    @DefaultValue Purge purge) {

  /** Refuses values that would break the promise. */
  public IdempotencyProperties {
    paths = List.copyOf(paths);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    requirePositive("steadfast.idempotency.ttl", ttl);
    requirePositive("steadfast.idempotency.redis.ttl", redis.ttl());
    requirePositive("steadfast.idempotency.redis.timeout", redis.timeout());
    requirePositive("steadfast.idempotency.purge.interval", purge.interval());
    if (redis.ttl().compareTo(ttl) > 0) {
      throw new IllegalArgumentException(
          "steadfast.idempotency.redis.ttl ("
              + redis.ttl()
              + ") must be at most steadfast.idempotency.ttl ("
              + ttl
              + ")");
    }
    if (purge.batch() < 1) {
      throw new IllegalArgumentException(
          "steadfast.idempotency.purge.batch must be at least 1, is " + purge.batch());
    }
  }

  /**
   * Redis, which is never needed: without it the feature is slower, not wrong.
   *
   * @param url {@code redis://[user:password@]host:port[/database]}, {@code rediss://} with TLS;
   *     without one, and without a {@code RedissonClient} bean, Redis is not used
   * @param timeout how long a command may take before Redis counts as lost
   * @param ttl how long an answer stays in Redis; later repetitions are answered by PostgreSQL
   * @param connections the most connections to Redis
   */
  public record Redis(
      @Nullable URI url,
      @DefaultValue("100ms") Duration timeout,
      @DefaultValue("1h") Duration ttl,
      @DefaultValue("16") int connections) {

    /** An empty address is none: it comes from an environment variable that is not set. */
    public Redis {
      url = url == null || url.toString().isEmpty() ? null : url;
    }
  }

  /**
   * Removal of answers that are older than the TTL, on every server.
   *
   * @param enabled whether this server takes part
   * @param interval from the end of one round to the start of the next
   * @param batch the most rows in one transaction
   */
  public record Purge(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("1m") Duration interval,
      @DefaultValue("1000") int batch) {}

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be more than 0, is " + value);
    }
  }
}
