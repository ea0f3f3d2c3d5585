package dev.steadfast.starter.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.local.RedisProcess;
import dev.steadfast.services.Services;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of its limits, over two servers and one Redis that is taken away. */
class RateLimitFilterTest {

  /* A busy machine is not a lost Redis. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /* Two seconds on a machine that does nothing else. */
  private static final Duration RETURN = Duration.ofSeconds(8);

  @TempDir private static Path folder;

  private static Path limits;
  private static List<Bookshop> servers;
  private static ExecutorService clients;

  private final String client = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    limits = folder.resolve("limits.yaml");
    servers = List.of(server(), server());
    clients = Executors.newFixedThreadPool(40);
    awaitShared();
  }

  private static Bookshop server() {
    return Bookshop.open(
        new Class<?>[] {Turnstile.class},
        "steadfast.rate-limit.redis.url=" + Services.redis().url(),
        "steadfast.rate-limit.redis.timeout=" + TIMEOUT.toMillis() + "ms",
        "steadfast.rate-limit.file=" + limits);
  }

  @AfterAll
  static void close() {
    clients.shutdownNow();
    servers.forEach(Bookshop::close);
  }

  @Test
  void answer_tellsTheLimitInEveryForm() {
    HttpResponse<String> answer = enter(0);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "RateLimit")).isEqualTo("\"write\";r=99;t=60");
    assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"write\";q=100;w=60");
    assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("100");
    assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("99");
    assertThat(header(answer, "X-RateLimit-Reset")).isEqualTo("60");
  }

  @Test
  void error_tellsTheLimitToo() {
    HttpResponse<String> answer =
        servers.get(0).send("GET", "/nowhere", null, "X-Client", client, "X-Tier", "premium");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"read\";q=1000;w=60");
  }

  @Test
  void request_withoutAClient_isNotCounted() {
    HttpResponse<String> answer = servers.get(0).get("/gate");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
  }

  @Test
  void burst_of120OverTwoServers_passes100_andTheRestIsTold() throws Exception {
    List<HttpResponse<String>> answers = burst(120);

    assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(100);
    List<HttpResponse<String>> refused =
        answers.stream().filter(answer -> answer.statusCode() == 429).toList();
    assertThat(refused).hasSize(20);
    for (HttpResponse<String> answer : refused) {
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body())
          .contains("https://iana.org/assignments/http-problem-types#quota-exceeded");
      assertThat(header(answer, "RateLimit")).matches("\"write\";r=0;t=[0-9]{1,2}");
      assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(1, 60);
      assertThat(header(answer, "Retry-After")).isEqualTo(header(answer, "X-RateLimit-Reset"));
    }
  }

  @Test
  void changedFile_appliesWithoutARestart_andABrokenOneDoesNot() throws Exception {
    Files.writeString(limits, "steadfast.rate-limit.tiers.small: { reads: 9, writes: 3 }\n");
    assertThat(awaitLimit("small", "3")).isTrue();
    Files.writeString(limits, "steadfast.rate-limit.tiers.small: { reads: 9, writes: none }\n");
    Thread.sleep(2500);
    assertThat(awaitLimit("small", "3")).isTrue();
    Files.writeString(limits, "steadfast.rate-limit.tiers.small: { reads: 9, writes: 40 }\n");
    assertThat(awaitLimit("small", "40")).isTrue();
    assertThat(awaitLimit("premium", "1000")).isTrue();
    Files.delete(limits);
    assertThat(awaitLimit("small", "100")).isTrue();
  }

  @Test
  void redis_killed_leavesEachServerToCountForItself_andReturns() throws Exception {
    RedisProcess redis = Services.redis();
    enterTimes(10);
    redis.kill9();
    try {
      // from what each has last seen: nobody's budget is full again, nobody is shut out
      List<HttpResponse<String>> answers = burst(240);
      long passed = answers.stream().filter(answer -> answer.statusCode() == 200).count();
      assertThat(passed).isBetween(90L, 2 * 95L);
      assertThat(answers).allMatch(a -> a.statusCode() == 200 || a.statusCode() == 429);
    } finally {
      redis.restart();
    }
    assertThat(awaitShared()).isLessThan(RETURN);
  }

  @Test
  void redis_hung_costsOneTimeout_andReturns() throws Exception {
    RedisProcess redis = Services.redis();
    enterTimes(2);
    redis.hang();
    try {
      long start = System.nanoTime();
      enterTimes(20);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(10));
    } finally {
      redis.resume();
    }
    assertThat(awaitShared()).isLessThan(RETURN);
  }

  @Test
  void redis_restarted_isToldTheScriptAndTheBudgetsAgain() throws Exception {
    enterTimes(10);
    Services.redis().flush();
    Services.redis().restart();
    awaitShared();

    assertThat(Integer.parseInt(header(enter(0), "X-RateLimit-Remaining"))).isLessThan(92);
  }

  private List<HttpResponse<String>> burst(int requests) throws Exception {
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      int server = i % 2;
      calls.add(() -> enter(server));
    }
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (Future<HttpResponse<String>> answer : clients.invokeAll(calls)) {
      answers.add(answer.get());
    }
    return answers;
  }

  private void enterTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(enter(i % 2).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> enter(int server) {
    return servers.get(server).post("/gate", "{}", "X-Client", client, "X-Tier", "basic");
  }

  private static boolean awaitLimit(String tier, String limit) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < end) {
      boolean everywhere =
          servers.stream()
              .map(server -> server.post("/gate", "{}", "X-Client", tier, "X-Tier", tier))
              .allMatch(answer -> header(answer, "X-RateLimit-Limit").equals(limit));
      if (everywhere) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  /** Waits until both servers count together. Returns how long it took. */
  private static Duration awaitShared() {
    long start = System.nanoTime();
    boolean lost = true;
    while (lost && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
      lost =
          servers.stream()
              .map(server -> server.context().getBean(SharedState.class))
              .anyMatch(SharedState::isLost);
      Thread.onSpinWait();
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
