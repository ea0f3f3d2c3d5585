package dev.steadfast.starter.redis;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a Redis that is down or hung from costing more than one timeout: after a failure nobody
 * asks it until it has answered in the background, which is tried {@value #PROBE_MILLIS} ms apart.
 *
 * <p>It starts open, so that an application whose Redis is down starts, and serves, at once.
 */
public final class RedisCircuit implements AutoCloseable {

  static final long PROBE_MILLIS = 200;

  /** The first connection of a process loads classes and starts threads. */
  private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(RedisCircuit.class);

  private enum State {
    /** Redis has not answered yet, and nobody has been told. */
    NEW,
    CLOSED,
    OPEN
  }

  private final String feature;
  private final Duration timeout;
  private final Supplier<CompletionStage<?>> probe;
  private final Object change = new Object();
  private volatile State state = State.NEW;
  private final AtomicLong skipped = new AtomicLong();
  private final Thread prober;

  /**
   * A circuit that begins to probe at once.
   *
   * @param feature whose Redis it is, for the log
   * @param timeout how long one command may take
   * @param probe asks Redis anything; called on a thread of the circuit, never twice at a time
   */
  public RedisCircuit(String feature, Duration timeout, Supplier<CompletionStage<?>> probe) {
    this.feature = feature;
    this.timeout = timeout;
    this.probe = probe;
    this.prober = new Thread(this::probeUntilClosed, "redis-probe-" + feature);
    prober.setDaemon(true);
    prober.start();
  }

  /** Whether Redis is worth asking. Counts what goes without it. */
  public boolean isClosed() {
    if (state == State.CLOSED) {
      return true;
    }
    skipped.incrementAndGet();
    return false;
  }

  /** Whether Redis was lost, or never there, without counting. */
  public boolean isOpen() {
    return state != State.CLOSED;
  }

  /** How often something went without Redis, since the start. */
  public long skipped() {
    return skipped.get();
  }

  /**
   * Sends a command and waits for its answer, no longer than the timeout.
   *
   * @throws RedisLostException when Redis failed or did not answer; from then on the circuit is
   *     open
   */
  public <T> T ask(Supplier<? extends CompletionStage<T>> command) throws RedisLostException {
    try {
      return command.get().toCompletableFuture().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw lost("no answer in " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw lost(String.valueOf(cause.getMessage()), cause);
    } catch (RuntimeException e) {
      // the client refused to send it
      throw lost(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      // says nothing about Redis
      throw new RedisLostException("interrupted", e);
    }
  }

  /** Opens the circuit after a failure that was not awaited here. */
  public RedisLostException lost(String reason, Throwable cause) {
    skipped.incrementAndGet();
    boolean isNews;
    synchronized (change) {
      isNews = state == State.CLOSED;
      state = State.OPEN;
      change.notifyAll();
    }
    if (isNews) {
      tell("Redis lost, going on without it", reason);
    }
    return new RedisLostException(reason, cause);
  }

  private void probeUntilClosed() {
    try {
      while (true) {
        synchronized (change) {
          while (state == State.CLOSED) {
            change.wait();
          }
        }
        probe();
        Thread.sleep(PROBE_MILLIS);
      }
    } catch (InterruptedException e) {
      // closed
      Thread.currentThread().interrupt();
    }
  }

  private void probe() throws InterruptedException {
    boolean isFirst = state == State.NEW;
    Duration patience = isFirst ? FIRST_TIMEOUT : timeout;
    String reason;
    try {
      probe.get().toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
      synchronized (change) {
        state = State.CLOSED;
      }
      log.atInfo().setMessage("Redis answers").addKeyValue("feature", feature).log();
      return;
    } catch (TimeoutException e) {
      reason = "no answer in " + patience.toMillis() + " ms";
    } catch (ExecutionException | RuntimeException e) {
      reason = String.valueOf(e.getMessage());
    }
    if (isFirst) {
      state = State.OPEN;
      tell("Redis not found, going on without it", reason);
    }
  }

  private void tell(String message, String reason) {
    log.atWarn()
        .setMessage(message)
        .addKeyValue("feature", feature)
        .addKeyValue("reason", reason)
        .log();
  }

  @Override
  public void close() {
    prober.interrupt();
  }
}
