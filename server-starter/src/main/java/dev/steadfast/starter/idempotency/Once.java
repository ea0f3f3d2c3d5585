package dev.steadfast.starter.idempotency;

import dev.steadfast.starter.idempotency.OutcomeCache.Mark;
import dev.steadfast.starter.idempotency.OutcomeCache.Sight;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets an intent take effect once, however many requests on however many servers ask for it.
 *
 * <p>PostgreSQL decides ({@link Arbiter}). What comes before it saves work: requests on this server
 * wait for the first of them, and the cache keeps those on other servers from taking a connection.
 */
final class Once {

  private static final Duration POLL = Duration.ofMillis(15);

  private final Arbiter arbiter;
  private final OutcomeCache cache;
  private final Duration wait;
  private final ConcurrentMap<UUID, Running> running = new ConcurrentHashMap<>();

  /**
   * Lets intents take effect.
   *
   * @param wait how long a request waits for the first one of its intent
   */
  Once(Arbiter arbiter, OutcomeCache cache, Duration wait) {
    this.arbiter = arbiter;
    this.cache = cache;
    this.wait = wait;
  }

  /**
   * An intent that a thread of this server is at.
   *
   * @param result completes always, without one when the thread failed
   */
  private record Running(Intent intent, CompletableFuture<Optional<Result>> result) {}

  /** Runs the effect, unless it has been or is being run. */
  Result run(Intent intent, Effect effect) throws ServletException, IOException {
    Deadline deadline = new Deadline(wait);
    while (true) {
      Running mine = new Running(intent, new CompletableFuture<>());
      Running first = running.putIfAbsent(intent.id(), mine);
      if (first == null) {
        return lead(mine, effect, deadline);
      }
      Optional<Result> followed = follow(first, intent, deadline);
      if (followed.isPresent()) {
        return followed.get();
      }
    }
  }

  private Result lead(Running mine, Effect effect, Deadline deadline)
      throws ServletException, IOException {
    Optional<Result> result = Optional.empty();
    try {
      result = Optional.of(marked(mine.intent(), effect, deadline));
      return result.get();
    } finally {
      running.remove(mine.intent().id());
      mine.result().complete(result);
    }
  }

  /** What the first request found out for this one; empty when this one must try for itself. */
  private static Optional<Result> follow(Running first, Intent intent, Deadline deadline) {
    try {
      return first
          .result()
          .get(deadline.leftNanos(), TimeUnit.NANOSECONDS)
          .flatMap(result -> result.forAnother(first.intent(), intent));
    } catch (TimeoutException e) {
      return Optional.of(Result.IN_PROGRESS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Result.IN_PROGRESS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("it never completes with an exception", e);
    }
  }

  private Result marked(Intent intent, Effect effect, Deadline deadline)
      throws ServletException, IOException {
    UUID holder = holder();
    Sight sight = cache.claim(intent.id(), holder);
    boolean release = sight.mark() == Mark.MINE;
    try {
      while (sight.mark() == Mark.ELSEWHERE && deadline.sleep(POLL)) {
        sight = cache.look(intent.id());
      }
      if (sight.stored().isPresent()) {
        return Result.of(sight.stored().get(), intent);
      }
      // a mark may be that of a server that died: what it says is only worth waiting for
      Attempt attempt = settle(intent, effect, deadline);
      if (attempt.tell() != null) {
        cache.store(intent.id(), attempt.tell());
        release = false;
      }
      return attempt.result() == null ? Result.IN_PROGRESS : attempt.result();
    } finally {
      if (release) {
        cache.release(intent.id(), holder);
      }
    }
  }

  private Attempt settle(Intent intent, Effect effect, Deadline deadline)
      throws ServletException, IOException {
    Attempt attempt = arbiter.attempt(intent, effect);
    while (attempt.kind() == Attempt.Kind.BUSY && deadline.sleep(POLL)) {
      attempt = arbiter.attempt(intent, effect);
    }
    return attempt.kind() == Attempt.Kind.LOST ? arbiter.find(intent) : attempt;
  }

  private static UUID holder() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }
}
