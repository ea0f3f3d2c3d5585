package dev.steadfast.edge.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the edge's own word that it has marked a server down: it reads what is added to its log
 * every millisecond, which, unlike asking the runtime API that often, takes no processor from what
 * is measured. It is late by its own look, never early.
 */
final class Watch implements AutoCloseable {

  private static final long BETWEEN_MILLIS = 1;

  private final FileChannel log;
  private final String message;
  private final CountDownLatch down = new CountDownLatch(1);
  private final Thread thread;
  private volatile long downAt;
  private volatile boolean closed;
  private volatile @Nullable IOException failure;

  private Watch(FileChannel log, String server) {
    this.log = log;
    this.message = "Server payment_servers/" + server + " is DOWN";
    this.thread = new Thread(this::look, "watch-" + server);
    this.thread.setDaemon(true);
  }

  /** Begins at once; the server must be up. */
  static Watch start(EdgeStage stage, String server) throws IOException {
    FileChannel log = FileChannel.open(stage.log());
    log.position(log.size());
    Watch watch = new Watch(log, server);
    watch.thread.start();
    return watch;
  }

  private void look() {
    StringBuilder said = new StringBuilder();
    ByteBuffer part = ByteBuffer.allocate(1 << 16);
    try {
      while (!closed) {
        while (log.read(part.clear()) > 0) {
          said.append(StandardCharsets.ISO_8859_1.decode(part.flip()));
        }
        if (said.indexOf(message) >= 0) {
          downAt = System.nanoTime();
          down.countDown();
          return;
        }
        // a message may come in two parts
        said.delete(0, Math.max(0, said.length() - message.length()));
        Thread.sleep(BETWEEN_MILLIS);
      }
    } catch (IOException e) {
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
      throws InterruptedException, IOException {
    boolean marked = down.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    IOException lost = failure;
    if (lost != null) {
      throw lost;
    }
    return marked ? Optional.of(Duration.ofNanos(downAt - since)) : Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.interrupt();
      thread.join();
      log.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
