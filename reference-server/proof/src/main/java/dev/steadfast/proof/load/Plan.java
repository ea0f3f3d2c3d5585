package dev.steadfast.proof.load;

import java.time.Duration;
import java.util.List;

/**
 * An open load: requests arrive at their times whether or not earlier ones were answered.
 *
 * @param servers all clients use them in turn
 * @param perSecond arrivals, evenly spaced
 * @param duration after it nothing arrives any more; what is under way ends within its patience
 * @param clients most requests at a time; a request that finds none free starts late, and its wait
 *     counts as latency
 */
public record Plan(
    List<Target> servers, int perSecond, Duration duration, int clients, Patience patience) {

  public Plan {
    servers = List.copyOf(servers);
    if (servers.isEmpty() || perSecond < 1 || clients < 1 || duration.isNegative()) {
      throw new IllegalArgumentException(
          "a plan needs a server, a rate and a client, got " + servers + ", " + perSecond);
    }
  }

  /** Clients that retry as the API asks, 128 at most. */
  public static Plan of(List<Target> servers, int perSecond, Duration duration) {
    return new Plan(servers, perSecond, duration, 128, Patience.AS_SPECIFIED);
  }

  public Plan patience(Patience other) {
    return new Plan(servers, perSecond, duration, clients, other);
  }

  public Plan clients(int most) {
    return new Plan(servers, perSecond, duration, most, patience);
  }

  long arrivals() {
    return duration.toMillis() * perSecond / 1000;
  }

  long arrival(long index) {
    return index * 1_000_000_000L / perSecond;
  }
}
