package dev.steadfast.edge.exercise;

import dev.steadfast.edge.Edge;
import dev.steadfast.edge.EdgeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks every millisecond whether the edge still sends requests to a server. What it measures is
 * late by its own look, never early.
 */
final class Watch implements AutoCloseable {

  private static final long BETWEEN_MILLIS = 1;

  private final Edge edge;
  private final String server;
  private final CountDownLatch down = new CountDownLatch(1);
  private final Thread thread;
  private volatile long downAt;
  private volatile boolean closed;
  private volatile @Nullable EdgeException failure;

  private Watch(Edge edge, String server) {
    this.edge = edge;
    this.server = server;
    this.thread = new Thread(this::look, "watch-" + server);
    this.thread.setDaemon(true);
  }

  /** Begins at once; the server must be up. */
  static Watch start(EdgeStage stage, String server) throws EdgeException {
    Watch watch = new Watch(stage.edge(), server);
    watch.thread.start();
    return watch;
  }

  private void look() {
    try {
      while (!closed) {
        if (!edge.server(server).isUp()) {
          downAt = System.nanoTime();
          down.countDown();
          return;
        }
        Thread.sleep(BETWEEN_MILLIS);
      }
    } catch (EdgeException e) {
      failure = e;
      down.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * From an instant until the server was marked down; empty when it is still up after the patience.
   *
   * @param since of {@link System#nanoTime}
   */
  Optional<Duration> downAfter(long since, Duration patience)
      throws InterruptedException, EdgeException {
    boolean marked = down.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    EdgeException lost = failure;
    if (lost != null) {
      throw lost;
    }
    return marked ? Optional.of(Duration.ofNanos(downAt - since)) : Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
