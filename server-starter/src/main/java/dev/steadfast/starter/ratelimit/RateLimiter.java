package dev.steadfast.starter.ratelimit;

import dev.steadfast.starter.ratelimit.Quota.Kind;
import dev.steadfast.starter.ratelimit.RateLimitProperties.Tier;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.ConcurrentLruCache;

/** Counts requests, and decides which ones pass. */
final class RateLimiter {

  private record Counted(String client, Quota quota) {}

  private final String defaultTier;
  private final Duration window;
  private final ConcurrentLruCache<Counted, Bucket> buckets;
  private volatile Map<String, Tier> tiers;

  /**
   * Counts with other servers.
   *
   * @param clock the same on all servers, within what the limits may be off by
   */
  RateLimiter(RateLimitProperties properties, SharedState shared, TimeMeter clock) {
    this.defaultTier = properties.defaultTier();
    this.window = properties.window();
    this.tiers = properties.tiers();
    SharedBuckets manager = new SharedBuckets(shared, clock);
    // one bucket object per client and kind: requests that come while it asks Redis ask together
    this.buckets =
        new ConcurrentLruCache<>(
            properties.localBudgets(),
            counted ->
                manager
                    .builder()
                    .withOptimization(Optimizations.batching())
                    .build(
                        new Budget(counted.quota().key(counted.client())),
                        () -> counted.quota().bucket()));
  }

  /** Counts one request. */
  Decision count(RateLimitClient client, Kind kind) {
    Quota quota = quota(client, kind);
    Bucket bucket = buckets.get(new Counted(client.id(), quota));
    return Decision.of(quota, bucket.tryConsumeAndReturnRemaining(1));
  }

  /** Applies other limits from the next request on. */
  void replaceTiers(Map<String, Tier> replacement) {
    tiers = Map.copyOf(replacement);
  }

  private Quota quota(RateLimitClient client, Kind kind) {
    Map<String, Tier> current = tiers;
    Tier tier = client.tier() == null ? null : current.get(client.tier());
    if (tier == null) {
      tier = current.get(defaultTier);
    }
    if (tier == null) {
      throw new IllegalStateException("there is no tier " + defaultTier);
    }
    return new Quota(kind, kind == Kind.READ ? tier.reads() : tier.writes(), window);
  }
}
