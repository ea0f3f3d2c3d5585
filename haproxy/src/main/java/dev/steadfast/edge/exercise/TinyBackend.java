package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A server that does nothing, and takes a fixed time for it: what algorithms are compared on. */
final class TinyBackend implements AutoCloseable {

  private static final byte[] ANSWER = "{\"items\":[]}".getBytes(UTF_8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong requests = new AtomicLong();

  private TinyBackend(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port; health checks are answered at once. */
  static TinyBackend taking(Duration time) throws IOException {
    TinyBackend backend =
        new TinyBackend(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024));
    backend.server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (!exchange.getRequestURI().getPath().startsWith("/health")) {
              backend.requests.incrementAndGet();
              Thread.sleep(time.toMillis());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    backend.server.setExecutor(backend.threads);
    backend.server.start();
    return backend;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Requests so far, health checks apart. */
  long requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
