package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.local.RedisProcess;
import dev.steadfast.services.Services;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.http.HttpResponse;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** Two servers, one PostgreSQL, one Redis that is taken away: never two effects for a key. */
class IdempotencyUnderFireTest {

  private static List<Bookshop> tills;
  private static JdbcTemplate jdbc;
  private static ExecutorService clients;

  private final String reference = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    tills = List.of(till(), till());
    jdbc = tills.get(0).context().getBean(JdbcTemplate.class);
    clients = Executors.newFixedThreadPool(200);
  }

  private static Bookshop till() {
    return Bookshop.open(
        new Class<?>[] {Till.class},
        Till.settings(
            "steadfast.idempotency.redis.url=" + Services.redis().url(),
            // a busy machine is not a lost Redis
            "steadfast.idempotency.redis.timeout=1s"));
  }

  @AfterAll
  static void close() {
    clients.shutdownNow();
    tills.forEach(Bookshop::close);
  }

  @Test
  void requests_200WithOneKeyOnTwoServers_haveOneEffect() throws Exception {
    for (int round = 0; round < 3; round++) {
      assertOneEffect(UUID.randomUUID().toString(), reference + round);
    }
  }

  @Test
  void requests_200WithOneKeyWithoutRedis_haveOneEffect() throws Exception {
    RedisProcess redis = Services.redis();
    redis.kill9();
    try {
      assertOneEffect(UUID.randomUUID().toString(), reference);
    } finally {
      redis.restart();
    }
  }

  private static void assertOneEffect(String key, String reference) throws Exception {
    List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Bookshop till = tills.get(i % 2);
      requests.add(() -> sell(till, key, reference));
    }
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (Future<HttpResponse<String>> answer : clients.invokeAll(requests)) {
      answers.add(answer.get());
    }

    assertThat(sales(reference)).isEqualTo(1);
    assertThat(answers)
        .allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
    List<HttpResponse<String>> sold =
        answers.stream().filter(answer -> answer.statusCode() == 201).toList();
    assertThat(sold).isNotEmpty();
    assertThat(sold).allMatch(answer -> answer.body().equals(sold.get(0).body()));
    assertThat(
            sold.stream()
                .filter(a -> a.headers().firstValue("Idempotency-Replayed").isEmpty())
                .count())
        .isEqualTo(1);
  }

  @Test
  void repetition_onTheOtherServerWhileTheFirstRuns_isTurnedAway() throws Exception {
    String key = UUID.randomUUID().toString();
    Future<HttpResponse<String>> first =
        clients.submit(() -> sell(tills.get(0), key, reference, 4000));
    Thread.sleep(1500);
    HttpResponse<String> second = sell(tills.get(1), key, reference, 4000);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(first.get().statusCode()).isEqualTo(201);
    assertThat(sell(tills.get(1), key, reference, 4000).body()).isEqualTo(first.get().body());
    assertThat(sales(reference)).isEqualTo(1);
  }

  @Test
  void request_thatTakesEffect_costsRedisTwoCommands() throws Exception {
    OutcomeCache cache = tills.get(0).context().getBean(OutcomeCache.class);
    while (cache.isLost()) {
      Thread.sleep(50);
    }
    sell(tills.get(0), UUID.randomUUID().toString(), reference);
    Thread.sleep(500);
    long before = redisCommands();
    for (int i = 0; i < 20; i++) {
      sell(tills.get(0), UUID.randomUUID().toString(), reference);
    }
    // the second of each is not waited for
    Thread.sleep(500);
    assertThat(redisCommands() - before).isEqualTo(40);
  }

  private static long redisCommands() {
    RedisClient client = RedisClient.create(Services.redis().url());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return connection
          .sync()
          .info("commandstats")
          .lines()
          .filter(line -> line.matches("cmdstat_(set|psetex|get|eval|evalsha|del|exists):.*"))
          .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=([0-9]+),.*", "$1")))
          .sum();
    } finally {
      client.shutdown();
    }
  }

  /** What may happen to Redis while others work. */
  private interface Trouble {
    void happen(RedisProcess redis) throws Exception;
  }

  @Test
  void redis_killed_costsNoRequestAndNoSecondEffect() throws Exception {
    assertUnharmed(RedisProcess::kill9);
  }

  @Test
  void redis_hung_costsNoRequestAndNoSecondEffect() throws Exception {
    assertUnharmed(RedisProcess::hang);
  }

  @Test
  void redis_flushed_costsNoRequestAndNoSecondEffect() throws Exception {
    assertUnharmed(RedisProcess::flush);
  }

  @Test
  void redis_restarted_costsNoRequestAndNoSecondEffect() throws Exception {
    assertUnharmed(RedisProcess::restart);
  }

  /** Every key is sent twice, to both servers, while the trouble happens in between. */
  private void assertUnharmed(Trouble trouble) throws Exception {
    RedisProcess redis = Services.redis();
    int clientCount = 8;
    int perClient = 60;
    List<Future<List<Long>>> running = new ArrayList<>();
    for (int c = 0; c < clientCount; c++) {
      int client = c;
      running.add(clients.submit(() -> work(client, perClient)));
    }
    Thread.sleep(300);
    trouble.happen(redis);
    Thread.sleep(1000);
    List<Long> millis = new ArrayList<>();
    try {
      for (Future<List<Long>> one : running) {
        millis.addAll(one.get());
      }
    } finally {
      redis.resume();
      redis.restart();
    }

    assertThat(sales(reference)).isEqualTo(clientCount * perClient);
    millis.sort(null);
    // nobody waits for Redis again and again; a bound that a busy machine keeps
    assertThat(millis.get((int) (millis.size() * 0.99))).isLessThan(5000L);
  }

  private List<Long> work(int client, int requests) throws InterruptedException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      String key = reference + ':' + client + '-' + i;
      long start = System.nanoTime();
      HttpResponse<String> first = sell(tills.get(i % 2), key, reference);
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      HttpResponse<String> second = sell(tills.get((i + 1) % 2), key, reference);
      assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
      assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
      assertThat(second.body()).isEqualTo(first.body());
      Thread.sleep(5);
    }
    return millis;
  }

  private static HttpResponse<String> sell(Bookshop till, String key, String reference) {
    return sell(till, key, reference, 0);
  }

  private static HttpResponse<String> sell(
      Bookshop till, String key, String reference, int slowMillis) {
    return till.post(
        "/sales",
        "{\"reference\":\"" + reference + "\",\"amount\":5,\"slowMillis\":" + slowMillis + "}",
        "X-Shop",
        "shop_1",
        "Idempotency-Key",
        key);
  }

  private static int sales(String reference) {
    Integer count =
        jdbc.queryForObject(
            "SELECT count(*) FROM sale WHERE reference = ?", Integer.class, reference);
    return count == null ? 0 : count;
  }
}
