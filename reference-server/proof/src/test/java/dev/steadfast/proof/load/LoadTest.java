package dev.steadfast.proof.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

  private static final Patience QUICK =
      Patience.AS_SPECIFIED.firstPause(Duration.ofMillis(5)).perIntent(Duration.ofSeconds(5));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final AtomicInteger received = new AtomicInteger();
  private final HttpServer server;
  private final Target target;

  LoadTest() throws IOException {
    // otherwise it waits 40 ms between the head and the body of each answer
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target = new Target("127.0.0.1", server.getAddress().getPort());
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void load_steadyServer_sendsEveryArrivalOnceAndMeasuresIt() {
    server.createContext("/", exchange -> answer(exchange, 201, "{\"id\":\"pay_1\"}"));

    Journal journal =
        Load.run(
            Plan.of(List.of(target), 200, Duration.ofSeconds(1)).clients(16),
            i -> Intent.change("key-" + i, Request.post("/payments", "{}")));

    assertThat(journal.statuses()).isEqualTo(Map.of(201, 200L));
    assertThat(journal.outcomes().stream().map(Outcome::key).collect(Collectors.toSet()))
        .hasSize(200);
    assertThat(journal.outcomes()).allMatch(one -> one.id().orElseThrow().equals("pay_1"));
    assertThat(journal.latency().count()).isEqualTo(200);
  }

  @Test
  void load_serverStops_countsTheWaitOfThoseBehindIt() {
    server.createContext(
        "/",
        exchange -> {
          if (received.getAndIncrement() == 0) {
            pause(500);
          }
          answer(exchange, 200, "{}");
        });

    Journal journal =
        Load.run(
            Plan.of(List.of(target), 100, Duration.ofSeconds(1)).clients(1),
            i -> new Intent("get-" + i, Request.get("/payments")));

    // one client: some fifty arrivals stood behind the slow one, which a closed loop would not show
    assertThat(journal.outcomes().stream().filter(one -> one.nanos() > 100_000_000L).count())
        .isBetween(30L, 60L);
  }

  @Test
  void client_answersThatWillChange_repeatsTheSameKeyUntilThereIsOne() {
    List<Integer> script = List.of(503, 500, 429, 409, 201);
    server.createContext(
        "/",
        exchange -> {
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
          int status = script.get(received.getAndIncrement());
          answer(exchange, status, status == 409 ? "/problems/request-in-progress" : "{}");
        });

    Outcome outcome = perform(Intent.change("key-12345", Request.post("/payments", "{}")));

    assertThat(outcome.attempts().stream().map(Attempt::status)).isEqualTo(script);
    assertThat(keys).containsExactly("\"key-12345\"");
  }

  @Test
  void client_refusal_isNotRepeated() {
    server.createContext(
        "/", exchange -> answer(exchange, 409, "{\"type\":\"/problems/payment-state-conflict\"}"));

    Outcome outcome = perform(Intent.change("key-12345", Request.post("/payments", "{}")));

    assertThat(outcome.attempts()).hasSize(1);
    assertThat(outcome.succeeded()).isFalse();
  }

  @Test
  void client_retryAfter_waitsAtLeastThatLong() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          answer(exchange, received.getAndIncrement() == 0 ? 429 : 200, "{}");
        });

    Outcome outcome = perform(new Intent("get", Request.get("/payments")));

    assertThat(outcome.attempts()).hasSize(2);
    assertThat(outcome.attempts().get(1).sent() - outcome.attempts().get(0).ended())
        .isGreaterThanOrEqualTo(1_000_000_000L);
  }

  @Test
  void client_lostConnection_asksTheNextServer() {
    server.createContext("/", exchange -> answer(exchange, 200, "{}"));
    Target nobody = new Target("127.0.0.1", 1);

    try (RetryingClient client = new RetryingClient(List.of(nobody, target), QUICK, 0)) {
      Outcome outcome = client.perform(new Intent("get", Request.get("/payments")));

      assertThat(outcome.attempts().stream().map(Attempt::status)).containsExactly(0, 200);
      assertThat(outcome.attempts().get(0).failure()).startsWith("ConnectException");
    }
  }

  @Test
  void client_changeWithoutKey_isNeverRepeated() {
    server.createContext("/", HttpExchange::close);

    Outcome outcome = perform(new Intent("none", Request.post("/payments", "{}")));

    assertThat(outcome.attempts()).hasSize(1);
    assertThat(outcome.status()).isZero();
  }

  @Test
  void connection_chunkedAnswer_isReadWhole() throws IOException {
    String body = "é".repeat(20_000);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });

    try (Connection connection = Connection.open(target, Duration.ofSeconds(5))) {
      assertThat(connection.exchange(Request.get("/a")).body()).isEqualTo(body);
      assertThat(connection.reusable()).isTrue();
      assertThat(connection.exchange(Request.get("/b")).body()).isEqualTo(body);
    }
  }

  @Test
  void burst_manyIntents_areUnderWayTogether() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          pause(200);
          inside.decrementAndGet();
          answer(exchange, 200, "{}");
        });

    List<Intent> same = Collections.nCopies(40, new Intent("get", Request.get("/payments")));
    Journal journal = Burst.of(List.of(target), Patience.NONE, same);

    assertThat(journal.statuses()).isEqualTo(Map.of(200, 40L));
    assertThat(most.get()).isGreaterThan(20);
  }

  private Outcome perform(Intent intent) {
    try (RetryingClient client = new RetryingClient(List.of(target), QUICK, 1)) {
      return client.perform(intent);
    }
  }

  private static void pause(long millis) {
    RetryingClient.sleepUntil(System.nanoTime() + millis * 1_000_000L);
  }
}
