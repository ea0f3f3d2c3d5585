package dev.steadfast.proof.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A client that behaves as the API asks: it sends the same Idempotency-Key and body until an answer
 * arrives; it waits for Retry-After where there is one, otherwise a pause that doubles, with
 * jitter; it retries 409 in progress, 429, 500, 503 (502 and 504 of a proxy) and lost connections,
 * and nothing else. One thread at a time; each server gets one kept-alive connection.
 */
public final class RetryingClient implements AutoCloseable {

  private static final long LONGEST_PAUSE = Duration.ofSeconds(16).toNanos();

  private final List<Target> servers;
  private final Patience patience;
  private final Random jitter;
  private final Map<Target, Connection> open = new HashMap<>();
  private int turn;

  /**
   * Over these servers in turn; a lost connection moves it to the next one.
   *
   * @param seed of the jitter, and of the server it begins with
   */
  public RetryingClient(List<Target> servers, Patience patience, int seed) {
    this.servers = List.copyOf(servers);
    this.patience = patience;
    this.jitter = new Random(seed);
    this.turn = Math.floorMod(seed, servers.size());
  }

  /** As {@link #perform(Intent, long)}, meant to start now. */
  public Outcome perform(Intent intent) {
    return perform(intent, System.nanoTime());
  }

  /**
   * Asks until there is an answer that will not change by asking again, or the patience ends.
   *
   * @param intended when it was to start, {@link System#nanoTime}
   */
  public Outcome perform(Intent intent, long intended) {
    List<Attempt> attempts = new ArrayList<>(1);
    long deadline = System.nanoTime() + patience.perIntent().toNanos();
    while (true) {
      int server = turn;
      turn = (turn + 1) % servers.size();
      Answer answer = attempt(server, intent.request(), attempts);
      boolean again =
          answer == null ? intent.request().repeatable() : again(intent.request(), answer);
      if (!again || attempts.size() >= patience.mostAttempts()) {
        return new Outcome(intent, intended, attempts, answer);
      }
      long pause = pause(attempts.size(), answer);
      if (System.nanoTime() + pause > deadline) {
        return new Outcome(intent, intended, attempts, answer);
      }
      sleepUntil(System.nanoTime() + pause);
    }
  }

  private @Nullable Answer attempt(int server, Request request, List<Attempt> attempts) {
    Target target = servers.get(server);
    long sent = System.nanoTime();
    Connection connection = open.remove(target);
    try {
      if (connection == null) {
        connection = Connection.open(target, patience.perAttempt());
      }
      Answer answer = connection.exchange(request);
      attempts.add(Attempt.answered(server, sent, answer));
      return answer;
    } catch (IOException e) {
      attempts.add(Attempt.lost(server, sent, e));
      return null;
    } finally {
      if (connection != null && connection.reusable()) {
        open.put(target, connection);
      } else if (connection != null) {
        connection.close();
      }
    }
  }

  private static boolean again(Request request, Answer answer) {
    return switch (answer.status()) {
      case 409 -> answer.body().matches("(?s).*request[-_]in[-_]progress.*");
      case 429 -> true;
      case 500, 502, 503, 504 -> request.repeatable();
      default -> false;
    };
  }

  /* Up to a half more at random: clients that failed together do not come back together. */
  private long pause(int attempts, @Nullable Answer answer) {
    Optional<Integer> told = answer == null ? Optional.empty() : answer.retryAfter();
    long doubled = patience.firstPause().toNanos() << Math.min(attempts - 1, 10);
    long least =
        told.map(seconds -> Duration.ofSeconds(seconds).toNanos())
            .orElse(Math.min(doubled, LONGEST_PAUSE));
    return least + (long) (least * 0.5 * jitter.nextDouble());
  }

  /** Waits; returns early only when the thread is interrupted. */
  static void sleepUntil(long instant) {
    for (long left = instant - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = instant - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    open.values().forEach(Connection::close);
    open.clear();
  }
}
