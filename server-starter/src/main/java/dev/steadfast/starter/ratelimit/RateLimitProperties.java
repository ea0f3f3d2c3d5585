package dev.steadfast.starter.ratelimit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the limits.
 *
 * @param enabled whether the feature is there at all
 * @param paths which requests are counted, as path patterns of Spring MVC
 * @param window the time in which so many requests are allowed, a minute by default; whole seconds,
 *     at most a day
 * @param tiers the limits of each tier; {@code basic} (100 reads and 100 writes) and {@code
 *     premium} (1,000 and 1,000) when none is given
 * @param defaultTier the tier of clients that have none, or one that is not in {@code tiers}
 * @param file a properties or YAML file that overrides {@code steadfast.rate-limit.tiers} while the
 *     application runs; it is looked at every second, and need not exist
 * @param redis what lets all servers count together
 * @param localBudgets the most budgets that one server keeps in memory, about 1 kB each
 */
@ConfigurationProperties("steadfast.rate-limit")
public record RateLimitProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("/**") List<String> paths,
    @DefaultValue("1m") Duration window,
    @DefaultValue Map<String, Tier> tiers,
    @DefaultValue("basic") String defaultTier,
    @Nullable Path file,
    @DefaultValue Redis redis,
    @DefaultValue("10000") int localBudgets) {

  private static final Map<String, Tier> TIERS =
      Map.of("basic", new Tier(100, 100), "premium", new Tier(1000, 1000));

  private static final Duration DAY = Duration.ofDays(1);

  /** Refuses values that cannot be counted by. */
  public RateLimitProperties {
    paths = List.copyOf(paths);
    tiers = tiers.isEmpty() ? TIERS : Map.copyOf(tiers);
    if (window.compareTo(Duration.ofSeconds(1)) < 0
        || window.compareTo(DAY) > 0
        || window.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "steadfast.rate-limit.window must be 1 s to 24 h in whole seconds, is " + window);
    }
    if (!tiers.containsKey(defaultTier)) {
      throw new IllegalArgumentException(
          "steadfast.rate-limit.default-tier must be one of "
              + tiers.keySet().stream().sorted().toList()
              + ", is "
              + defaultTier);
    }
    if (redis.timeout().isZero() || redis.timeout().isNegative()) {
      throw new IllegalArgumentException(
          "steadfast.rate-limit.redis.timeout must be more than 0, is " + redis.timeout());
    }
    if (localBudgets < 1) {
      throw new IllegalArgumentException(
          "steadfast.rate-limit.local-budgets must be at least 1, is " + localBudgets);
    }
  }

  /**
   * The limits of one tier, each in one window. Reads and writes are counted apart, so that a
   * client that polls can still write.
   *
   * @param reads GET and HEAD requests, 1 to 999,999,999
   * @param writes all others, 1 to 999,999,999
   */
  public record Tier(int reads, int writes) {

    private static final int MOST = 999_999_999;

    /** Refuses a limit that lets nobody in. */
    public Tier {
      require("reads", reads);
      require("writes", writes);
    }

    private static void require(String name, int value) {
      if (value < 1 || value > MOST) {
        throw new IllegalArgumentException(
            "a tier's " + name + " must be 1 to " + MOST + ", is " + value);
      }
    }
  }

  /**
   * Redis. Without it every server counts for itself.
   *
   * @param url {@code redis://[user:password@]host:port[/database]}, {@code rediss://} with TLS
   * @param timeout how long a command may take before Redis counts as lost
   */
  public record Redis(@Nullable URI url, @DefaultValue("100ms") Duration timeout) {

    /** An empty address is none: it comes from an environment variable that is not set. */
    public Redis {
      url = url == null || url.toString().isEmpty() ? null : url;
    }
  }
}
