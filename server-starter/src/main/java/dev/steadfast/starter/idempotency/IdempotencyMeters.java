package dev.steadfast.starter.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The feature in numbers. */
final class IdempotencyMeters implements IdempotencyListener {

  private final Map<Event, Counter> requests = new EnumMap<>(Event.class);

  IdempotencyMeters(MeterRegistry meters, OutcomeCache cache) {
    for (Event event : Event.values()) {
      requests.put(
          event,
          Counter.builder("steadfast.idempotency.requests")
              .description("Requests that need an Idempotency-Key, by what became of them")
              .tag("outcome", event.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
    FunctionCounter.builder("steadfast.idempotency.redis.skipped", cache, OutcomeCache::skipped)
        .description("Questions that PostgreSQL had to answer because Redis was lost")
        .register(meters);
    Gauge.builder("steadfast.idempotency.redis.lost", cache, it -> it.isLost() ? 1 : 0)
        .description("1 while Redis is lost and PostgreSQL answers alone")
        .register(meters);
  }

  @Override
  public void happened(Event event) {
    Counter counter = requests.get(event);
    if (counter != null) {
      counter.increment();
    }
  }
}
