package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.services.Services;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a client sees, with everything there. */
class IdempotencyFilterTest {

  private static Bookshop till;
  private static JdbcTemplate jdbc;

  private final String reference = UUID.randomUUID().toString();
  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    till =
        Bookshop.open(
            new Class<?>[] {Till.class},
            Till.settings(
                "steadfast.idempotency.redis.url=" + Services.redis().url(),
                // a busy machine is not a lost Redis, nor an endless first request
                "steadfast.idempotency.redis.timeout=500ms",
                "steadfast.idempotency.wait-for-first=1500ms"));
    jdbc = till.context().getBean(JdbcTemplate.class);
  }

  @AfterAll
  static void close() {
    till.close();
  }

  @Test
  void repetition_isAnsweredWithTheSameBytesAndTakesNoEffect() {
    HttpResponse<String> first = sell("/sales", sale(5), key);
    HttpResponse<String> second = sell("/sales", sale(5), key);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    for (String kept : new String[] {"Location", "ETag", "Content-Type", "Content-Length"}) {
      assertThat(second.headers().allValues(kept))
          .as(kept)
          .isNotEmpty()
          .isEqualTo(first.headers().allValues(kept));
    }
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void repetition_withoutABody_isAnsweredWithoutOne() {
    HttpResponse<String> first = sell("/sales/7/void", "", key);
    HttpResponse<String> second = sell("/sales/7/void", "", key);

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(second.statusCode()).isEqualTo(204);
    assertThat(second.body()).isEmpty();
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
  }

  @Test
  void repetition_spelledDifferently_isTheSameRequest() {
    HttpResponse<String> first = sell("/sales", sale(5), '"' + key + '"');
    HttpResponse<String> second =
        sell("/sales", "{ \"amount\" : 5.0e0,\n\"reference\":\"" + reference + "\" }", key);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void key_ofAnotherBody_isRefused() {
    sell("/sales", sale(5), key);

    assertProblem(sell("/sales", sale(6), key), 422, "/problems/idempotency-key-reused");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void key_ofAnotherOperation_isRefused() {
    sell("/sales", sale(5), key);

    assertProblem(sell("/v2/sales", sale(5), key), 422, "/problems/idempotency-key-reused");
    assertProblem(sell("/sales?x=1", sale(5), key), 422, "/problems/idempotency-key-reused");
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void key_ofAnotherOwner_isAnotherKey() {
    sell("/sales", sale(5), key);
    HttpResponse<String> other =
        till.post("/sales", sale(5), "X-Shop", "shop_2", "Idempotency-Key", key);

    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(sales()).isEqualTo(2);
  }

  @Test
  void key_missing_isAskedFor() {
    HttpResponse<String> answer = till.post("/sales", sale(5), "X-Shop", "shop_1");

    assertProblem(answer, 400, "/problems/idempotency-key-missing");
    assertThat(answer.body())
        .contains("\"errors\":[{\"detail\":\"is required\",\"parameter\":\"Idempotency-Key\"}]");
    assertThat(sales()).isZero();
  }

  @Test
  void key_thatIsNone_isRefused() {
    assertProblem(sell("/sales", sale(5), "short"), 400, "/problems/validation-failed");
    assertProblem(sell("/sales", sale(5), "with space"), 400, "/problems/validation-failed");
    assertProblem(
        till.post(
            "/sales",
            sale(5),
            "X-Shop",
            "shop_1",
            "Idempotency-Key",
            key,
            "Idempotency-Key",
            key + "2"),
        400,
        "/problems/validation-failed");
    assertThat(sales()).isZero();
  }

  @Test
  void refusedRequest_hasNoEffectAndUsesNoKeyUp() {
    assertThat(sell("/sales", sale(-1), key).statusCode()).isEqualTo(422);
    assertThat(sales()).isZero();

    assertThat(sell("/sales", sale(1), key).statusCode()).isEqualTo(201);
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void failedRequest_hasNoEffectAndUsesNoKeyUp() {
    assertThat(sell("/sales", sale(13), key).statusCode()).isEqualTo(500);
    assertThat(sales()).isZero();

    assertThat(sell("/sales", sale(14), key).statusCode()).isEqualTo(201);
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void body_tooLong_isRefused() {
    String padding = " ".repeat(65_536 - sale(5).length());
    assertThat(sell("/sales", sale(5) + padding, key).statusCode()).isEqualTo(201);
    assertProblem(sell("/sales", sale(5) + padding + ' ', key), 413, "/problems/content-too-large");
  }

  @Test
  void request_withoutAnOwner_isLeftToTheApplication() {
    assertThat(till.post("/sales", sale(5)).statusCode()).isEqualTo(201);
  }

  @Test
  void request_thatIsNotNamed_needsNoKey() {
    assertThat(
            till.post(
                    "/v2/books",
                    "{\"title\":\"Momo\",\"priceMinor\":1250,\"authors\":[]}",
                    "X-Shop",
                    "shop_1")
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void repetition_whileTheFirstRuns_waitsAWhileAndIsTurnedAway() throws Exception {
    CompletableFuture<HttpResponse<String>> first =
        CompletableFuture.supplyAsync(() -> sell("/sales", slowSale(3000), key));
    Thread.sleep(500);
    HttpResponse<String> early = sell("/sales", slowSale(3000), key);

    assertProblem(early, 409, "/problems/request-in-progress");
    assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(first.get().statusCode()).isEqualTo(201);
    assertThat(sell("/sales", slowSale(3000), key).body()).isEqualTo(first.get().body());
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void repetition_whileTheFirstRunsShortly_isAnsweredAlike() throws Exception {
    CompletableFuture<HttpResponse<String>> first =
        CompletableFuture.supplyAsync(() -> sell("/sales", slowSale(150), key));
    HttpResponse<String> second = sell("/sales", slowSale(150), key);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.get().body());
    assertThat(sales()).isEqualTo(1);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"" + type + "\"");
    assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  private String slowSale(int millis) {
    return "{\"reference\":\"" + reference + "\",\"amount\":1,\"slowMillis\":" + millis + "}";
  }

  private HttpResponse<String> sell(String path, String body, String key) {
    return till.post(path, body, "X-Shop", "shop_1", "Idempotency-Key", key);
  }

  private String sale(long amount) {
    return "{\"reference\":\"" + reference + "\",\"amount\":" + amount + "}";
  }

  private int sales() {
    Integer count =
        jdbc.queryForObject(
            "SELECT count(*) FROM sale WHERE reference = ?", Integer.class, reference);
    return count == null ? 0 : count;
  }
}
