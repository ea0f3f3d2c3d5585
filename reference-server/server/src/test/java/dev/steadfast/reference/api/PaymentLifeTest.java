package dev.steadfast.reference.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.reference.api.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentLifeTest {
  private final RunningServer server = RunningServer.get();
  private final Api shop = server.newMerchant();

  @AfterEach
  void ledger_afterEveryTest_isBalanced() {
    assertThat(count("SELECT coalesce(sum(amount_minor), 0) FROM ledger_entry")).isZero();
    assertThat(count("SELECT count(*) FROM ledger_difference")).isZero();
  }

  @Test
  void payment_createdAutomatic_isCapturedAndBooked() {
    Answer created =
        shop.post(
            "/v2/payments",
            """
            {"amountMinor":1050,"currency":"EUR","paymentMethod":"pm_card_visa",
             "reference":"order-1","description":"Tee \\u00fc \\"x\\"","metadata":{"b":"1","a":"2"}}
            """);

    assertThat(created.status()).isEqualTo(201);
    String id = created.text("/id");
    assertThat(created.header("Location")).isEqualTo("/v2/payments/" + id);
    String at = created.text("/createdAt");
    assertThat(created.raw().body())
        .isEqualTo(
            ("{\"id\":\"%s\",\"merchantId\":\"%s\",\"status\":\"captured\",\"amountMinor\":1050,"
                    + "\"capturedAmountMinor\":1050,\"refundedAmountMinor\":0,\"currency\":\"EUR\","
                    + "\"captureMethod\":\"automatic\",\"paymentMethod\":\"pm_card_visa\","
                    + "\"createdAt\":\"%s\",\"updatedAt\":\"%s\",\"capturedAt\":\"%s\","
                    + "\"description\":\"Tee ü \\\"x\\\"\",\"metadata\":{\"b\":\"1\",\"a\":\"2\"},"
                    + "\"reference\":\"order-1\"}")
                .formatted(id, shop.merchant(), at, at, at));
    assertThat(shop.get("/v2/payments/" + id).raw().body()).isEqualTo(created.raw().body());
    assertThat(
            server
                .jdbc()
                .queryForMap(
                    "SELECT merchant_id, type, amount_minor, currency FROM transaction"
                        + " WHERE payment_id = ?",
                    id)
                .values())
        .containsExactly(shop.merchant(), "capture", 1050L, "EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_declined,card_declined",
    "pm_card_insufficient_funds,insufficient_funds",
    "pm_card_expired,expired_card",
    "pm_card_processing_error,processing_error"
  })
  void payment_thatTheIssuerRefuses_isFailedAndMovesNoMoney(String method, String code) {
    Answer created =
        shop.post(
            "/v2/payments",
            "{\"amountMinor\":1,\"currency\":\"EUR\",\"paymentMethod\":\"" + method + "\"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("/status")).isEqualTo("failed");
    assertThat(created.text("/failureCode")).isEqualTo(code);
    assertThat(count("SELECT count(*) FROM transaction WHERE payment_id = '%s'", created)).isZero();
  }

  @Test
  void payment_inEveryStatus_allowsWhatTheTableSays() {
    assertMoves(authorized(), "200 captured", "200 cancelled", "409");
    assertMoves(captured(100), "409", "409", "201");
    String partly = captured(100);
    refund(partly, 40);
    assertMoves(partly, "409", "409", "201");
    String wholly = captured(100);
    refund(wholly, 100);
    assertMoves(wholly, "409", "409", "409");
    String cancelled = authorized();
    shop.post("/v2/payments/" + cancelled + "/cancel", "");
    assertMoves(cancelled, "409", "409", "409");
    assertMoves(failed(), "409", "409", "409");
    assertMoves(expired(), "409", "409", "409");
  }

  /** Tries each move on a payment of its own kind; a refused one changes nothing. */
  private void assertMoves(String id, String capture, String cancel, String refund) {
    if (refund.equals("409")) {
      Answer refused = shop.post("/v2/refunds", "{\"paymentId\":\"" + id + "\",\"amountMinor\":1}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/type")).isEqualTo("/problems/payment-state-conflict");
    } else {
      assertThat(refund(id, 1)).isEqualTo(201);
    }
    String before = shop.get("/v2/payments/" + id).raw().body();
    if (cancel.equals("409")) {
      Answer refused = shop.post("/v2/payments/" + id + "/cancel", "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/type")).isEqualTo("/problems/payment-state-conflict");
    } else {
      String other = authorized();
      Answer done = shop.post("/v2/payments/" + other + "/cancel", "");
      assertThat(done.status() + " " + done.text("/status")).isEqualTo(cancel);
    }
    if (capture.equals("409")) {
      Answer refused = shop.post("/v2/payments/" + id + "/capture", "{}");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(shop.get("/v2/payments/" + id).raw().body()).isEqualTo(before);
    } else {
      Answer done = shop.post("/v2/payments/" + id + "/capture", "{}");
      assertThat(done.status() + " " + done.text("/status")).isEqualTo(capture);
    }
  }

  @Test
  void capture_ofAPart_takesItAndReleasesTheRest() {
    String id = authorized();

    Answer tooMuch = shop.post("/v2/payments/" + id + "/capture", "{\"amountMinor\":101}");
    Answer part = shop.post("/v2/payments/" + id + "/capture", "{\"amountMinor\":30}");

    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.problem())
        .isEqualTo(
            "{\"type\":\"/problems/amount-too-large\",\"title\":\"Amount too large\","
                + "\"status\":422,\"detail\":\"100 can be taken at most, 101 was asked for.\","
                + "\"errors\":[{\"detail\":\"must be at most 100\","
                + "\"pointer\":\"#/amountMinor\"}]}");
    assertThat(part.json().get("capturedAmountMinor").asLong()).isEqualTo(30);
    assertThat(part.json().has("expiresAt")).isFalse();
    assertThat(count("SELECT sum(amount_minor) FROM transaction WHERE payment_id = '%s'", part))
        .isEqualTo(30);
  }

  @Test
  void authorization_afterItsEnd_isExpiredAtOnceAndInV1Cancelled() {
    String id = expired();

    Answer now = shop.get("/v2/payments/" + id);
    assertThat(now.text("/status")).isEqualTo("expired");
    assertThat(now.json().has("expiresAt")).isFalse();
    assertThat(shop.get("/v1/payments/" + id).text("/status")).isEqualTo("cancelled");
    assertThat(shop.get("/v2/payments?status=expired").text("/items/0/id")).isEqualTo(id);
  }

  @Test
  void refunds_askedForAtOnce_neverExceedWhatWasCaptured() {
    String id = captured(100);
    List<CompletableFuture<Integer>> asked = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      asked.add(CompletableFuture.supplyAsync(() -> refund(id, 30)));
    }
    List<Integer> answers = asked.stream().map(CompletableFuture::join).sorted().toList();

    assertThat(answers).containsExactly(201, 201, 201, 422, 422, 422, 422, 422, 422, 422);
    Answer payment = shop.get("/v2/payments/" + id);
    assertThat(payment.text("/status")).isEqualTo("partially_refunded");
    assertThat(payment.json().get("refundedAmountMinor").asLong()).isEqualTo(90);
  }

  @Test
  void refund_thatTheBankRefuses_comesBackToTheBalance() throws InterruptedException {
    Answer created =
        shop.post(
            "/v2/payments",
            "{\"amountMinor\":100,\"currency\":\"EUR\","
                + "\"paymentMethod\":\"pm_card_refund_refused\"}");
    String id = created.text("/id");
    String refund = shop.post("/v2/refunds", "{\"paymentId\":\"" + id + "\"}").text("/id");
    assertThat(shop.get("/v2/payments/" + id).text("/status")).isEqualTo("refunded");

    server
        .jdbc()
        .update(
            "UPDATE refund SET created_at = created_at - interval '2 hours' WHERE id = ?", refund);
    for (int i = 0; i < 100 && !status("/v2/refunds/", refund).equals("failed"); i++) {
      Thread.sleep(100);
    }

    assertThat(status("/v2/refunds/", refund)).isEqualTo("failed");
    assertThat(status("/v2/payments/", id)).isEqualTo("captured");
    assertThat(
            server
                .jdbc()
                .queryForList(
                    "SELECT type || ' ' || amount_minor FROM transaction WHERE payment_id = ?"
                        + " ORDER BY id",
                    String.class,
                    id))
        .containsExactly("capture 100", "refund -100", "refund_reversal 100");
  }

  @Test
  void merchant_thatIsSuspended_canReadAndRefundOnly() {
    String id = captured(100);
    String open = authorized();
    server.jdbc().update("UPDATE merchant SET status = 'suspended' WHERE id = ?", shop.merchant());

    for (Answer refused :
        List.of(
            shop.post("/v2/payments", sale(1)),
            shop.post("/v2/payments/" + open + "/capture", "{}"),
            shop.post("/v2/payments/" + open + "/cancel", ""))) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text("/type")).isEqualTo("/problems/merchant-suspended");
    }
    assertThat(shop.get("/v2/payments/" + open).text("/status")).isEqualTo("authorized");
    assertThat(refund(id, 1)).isEqualTo(201);
  }

  @Test
  void request_sentAgain_hasOneEffectAndTheSameAnswer() {
    String key = "\"key-" + shop.merchant() + "\"";
    String[] headers = {"Idempotency-Key", key};
    Answer first = shop.send("POST", "/v2/payments", sale(7), headers);
    Answer again = shop.send("POST", "/v2/payments", " " + sale(7), headers);
    Answer other = shop.send("POST", "/v2/payments", sale(8), headers);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.raw().body()).isEqualTo(first.raw().body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/type")).isEqualTo("/problems/idempotency-key-reused");
    assertThat(count("SELECT count(*) FROM payment WHERE merchant_id = '" + shop.merchant() + "'"))
        .isEqualTo(1);
  }

  private static String sale(long amountMinor) {
    return "{\"amountMinor\":"
        + amountMinor
        + ",\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}";
  }

  private String captured(long amountMinor) {
    return shop.post("/v2/payments", sale(amountMinor)).text("/id");
  }

  private String authorized() {
    return shop.post(
            "/v2/payments",
            "{\"amountMinor\":100,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\","
                + "\"captureMethod\":\"manual\"}")
        .text("/id");
  }

  private String failed() {
    return shop.post(
            "/v2/payments",
            "{\"amountMinor\":1,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_declined\"}")
        .text("/id");
  }

  private String expired() {
    String id = authorized();
    server
        .jdbc()
        .update("UPDATE payment SET expires_at = now() - interval '1 second' WHERE id = ?", id);
    return id;
  }

  private int refund(String paymentId, long amountMinor) {
    return shop.post(
            "/v2/refunds",
            "{\"paymentId\":\"" + paymentId + "\",\"amountMinor\":" + amountMinor + "}")
        .status();
  }

  private String status(String path, String id) {
    return shop.get(path + id).text("/status");
  }

  private long count(String sql, Answer payment) {
    return count(sql.formatted(payment.text("/id")));
  }

  private long count(String sql) {
    Long found = server.jdbc().queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }
}
