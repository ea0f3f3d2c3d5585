package dev.steadfast.starter.ratelimit;

import dev.steadfast.starter.ratelimit.Quota.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** The limits in numbers. */
final class RateLimitMeters implements RateLimitListener {

  private record Counters(Counter allowed, Counter refused) {}

  private final Map<Kind, Counters> counters = new EnumMap<>(Kind.class);

  RateLimitMeters(MeterRegistry meters, SharedState shared) {
    for (Kind kind : Kind.values()) {
      counters.put(
          kind, new Counters(counter(meters, kind, "allowed"), counter(meters, kind, "refused")));
    }
    Gauge.builder("steadfast.rate.limit.redis.lost", shared, it -> it.isLost() ? 1 : 0)
        .description("1 while Redis is lost and this server counts for itself")
        .register(meters);
  }

  private static Counter counter(MeterRegistry meters, Kind kind, String outcome) {
    return Counter.builder("steadfast.rate.limit.requests")
        .description("Requests that were counted, by what was decided")
        .tag("kind", kind.label())
        .tag("outcome", outcome)
        .register(meters);
  }

  @Override
  public void decided(Decision decision) {
    Counters pair = counters.get(decision.quota().kind());
    if (pair != null) {
      (decision.allowed() ? pair.allowed() : pair.refused()).increment();
    }
  }
}
