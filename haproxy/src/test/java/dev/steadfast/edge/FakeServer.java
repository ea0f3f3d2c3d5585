package dev.steadfast.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.steadfast.local.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers everything with its name, as healthy as a test wants it. */
final class FakeServer implements AutoCloseable {

  static {
    // headers and body go in two writes: without this the second waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final String name;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean ready = true;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  FakeServer(String name) throws IOException {
    this.name = name;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.createContext("/health/ready", this::check);
    server.createContext("/metrics", this::metrics);
    server.start();
  }

  Address address() {
    return new Address("127.0.0.1", server.getAddress().getPort());
  }

  /** Requests so far, health checks not counted. */
  int requests() {
    return requests.get();
  }

  void ready(boolean whether) {
    ready = whether;
  }

  /** Keeps requests inside until {@link #release}. */
  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  private void check(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(ready ? 200 : 503, -1);
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] body = name.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /* The names and labels of the reference server's meters that alerts and dashboard read. */
  private void metrics(HttpExchange exchange) throws IOException {
    try (InputStream page = FakeServer.class.getResourceAsStream("server-metrics.txt")) {
      byte[] body =
          new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8)
              .replace("REQUESTS", Integer.toString(requests.get()))
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
