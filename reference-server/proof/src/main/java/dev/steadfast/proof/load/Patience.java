package dev.steadfast.proof.load;

import java.time.Duration;

/**
 * How long a client goes on.
 *
 * @param perAttempt for a connection, and for each silence within an answer
 * @param perIntent after which no further attempt is begun
 * @param mostAttempts 1 for a client that never retries
 * @param firstPause before the first retry when the answer names no Retry-After; doubled each time
 */
public record Patience(
    Duration perAttempt, Duration perIntent, int mostAttempts, Duration firstPause) {

  /** As the API asks of its clients: one second, doubled each time. */
  public static final Patience AS_SPECIFIED =
      new Patience(Duration.ofSeconds(10), Duration.ofMinutes(2), 50, Duration.ofSeconds(1));

  /** One attempt. */
  public static final Patience NONE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), 1, Duration.ofSeconds(1));

  public Patience perAttempt(Duration other) {
    return new Patience(other, perIntent, mostAttempts, firstPause);
  }

  public Patience perIntent(Duration other) {
    return new Patience(perAttempt, other, mostAttempts, firstPause);
  }

  public Patience firstPause(Duration other) {
    return new Patience(perAttempt, perIntent, mostAttempts, other);
  }
}
