package dev.steadfast.reference.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.reference.api.Api.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that do not follow the specification: always its error, and nothing is written. */
class RefusalTest {
  private static final String SALE =
      "{\"amountMinor\":1,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}";

  private final RunningServer server = RunningServer.get();
  private final Api shop = server.newMerchant();

  @Test
  void body_withSeveralFaults_hasAllOfThemNamed() {
    Answer answer =
        shop.send(
            "POST",
            "/v2/payments",
            "{\"amountMinor\":0,\"currency\":\"eur\",\"metadata\":{\"a\":1,\"ü/~\":\"x\"},\"x\":{}}",
            "Idempotency-Key",
            "short");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.problem())
        .isEqualTo(
            "{\"type\":\"/problems/validation-failed\",\"title\":\"Validation failed\","
                + "\"status\":400,\"detail\":\"The request has seven faults.\",\"errors\":["
                + "{\"detail\":\"must be at least 1, is 0\",\"pointer\":\"#/amountMinor\"},"
                + "{\"detail\":\"must be three capital letters\",\"pointer\":\"#/currency\"},"
                + "{\"detail\":\"must be a string, is a number\",\"pointer\":\"#/metadata/a\"},"
                + "{\"detail\":\"has a name that does not match ^[A-Za-z0-9_.-]{1,40}$\","
                + "\"pointer\":\"#/metadata/%C3%BC~1~0\"},"
                + "{\"detail\":\"is not a property of this request\",\"pointer\":\"#/x\"},"
                + "{\"detail\":\"is required\",\"pointer\":\"#/paymentMethod\"},"
                + "{\"detail\":\"must be 8 to 128 letters, digits, '.', '_', ':' or '-'\","
                + "\"parameter\":\"Idempotency-Key\"}]}");
    assertNothingWritten();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%5C", "%2F"})
  void id_withAnEncodedSeparator_isAWrongIdLikeAnyOther(String separator) {
    Answer answer = shop.get("/v1/refunds/ref_" + separator + "0000000000000000000000000");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Deprecation")).isEqualTo("@1793491200");
    assertThat(answer.header("RateLimit")).startsWith("\"read\";r=");
  }

  @Test
  void body_inV1_isRefusedWithTheFirstFaultInItsMessage() {
    Answer answer =
        shop.post(
            "/v1/payments",
            "{\"amount\":0,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.raw().body())
        .isEqualTo(
            "{\"error\":{\"code\":\"validation_failed\",\"message\":\"The request has one fault."
                + " #/amount must be at least 0.001, is 0.\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"amountMinor\":1,\"amountMinor\":1}",
        "{} {}",
        "{'a':1}",
        "nul",
        "{\"a\":\"\\ud8\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void body_thatIsNotJson_isMalformed(String body) {
    Answer answer = shop.post("/v2/payments", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/type")).isEqualTo("/problems/malformed-request");
    assertNothingWritten();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{\"amountMinor\":1.5}",
        "{\"amountMinor\":1e99}",
        "{\"amountMinor\":100000000000}",
        "{\"amountMinor\":\"1\"}",
        "{\"description\":\"\\u0000\"}",
        "{\"description\":\"\\ud800\"}",
        "{\"description\":\"\"}",
        "{\"reference\":\"a b\"}",
        "{\"reference\":\"a\\n\"}",
        "{\"captureMethod\":\"MANUAL\"}",
        "{\"captureMethod\":null}"
      })
  void body_thatBreaksTheSchema_isInvalid(String body) {
    Answer answer = shop.post("/v2/payments", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/type")).isEqualTo("/problems/validation-failed");
    assertNothingWritten();
  }

  @Test
  void body_thatIsNotUtf8_isMalformed() {
    byte[] latin = SALE.replace("pm_card_visa", "pm_ü").getBytes(StandardCharsets.ISO_8859_1);
    Answer answer =
        shop.send(
            HttpRequest.newBuilder(URI.create(shop.url() + "/v2/payments"))
                .header("Authorization", "Bearer " + shop.token())
                .header("Idempotency-Key", "12345678")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(latin))
                .build());

    assertThat(answer.problem())
        .isEqualTo(
            "{\"type\":\"/problems/malformed-request\",\"title\":\"Malformed request\","
                + "\"status\":400,\"detail\":\"The body is not UTF-8.\"}");
  }

  @Test
  void body_ofTheLargestSize_isReadAndOneByteMoreIsNot() {
    String largest = SALE + " ".repeat(65_536 - SALE.length());

    assertThat(shop.post("/v2/payments", largest).status()).isEqualTo(201);
    Answer larger = shop.post("/v2/payments", largest + " ");
    assertThat(larger.status()).isEqualTo(413);
    assertThat(larger.text("/type")).isEqualTo("/problems/content-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain,415",
    "application/json;charset=iso-8859-1,415",
    "nonsense,415",
    "application/json;charset=UTF-8,201",
    "Application/JSON,201"
  })
  void body_ofAMediaType_isReadOrRefused(String type, int status) {
    assertThat(shop.post("/v2/payments", SALE, "Content-Type", type).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "'*/*',200",
    "'application/*',200",
    "'application/problem+json, application/json;q=0.1',200",
    "application/problem+json,406",
    "text/html,406",
    "'application/json;q=0, */*',406",
    "nonsense,406",
    "application/json;version=1,406"
  })
  void accept_ofAMediaType_isAnsweredInJsonOrRefused(String accept, int status) {
    Answer answer = shop.get("/v2/payments", "Accept", accept);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .isEqualTo(status == 200 ? "application/json" : "application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v2/nothing,404",
    "GET,/v2/payments/,404",
    "GET,/v2//payments,404",
    "GET,/nothing,404",
    "DELETE,/v2/payments,405",
    "PUT,/v1/refunds,405",
    "GET,/v2/payments/pay_1,400",
    "GET,/v2/payments/pay_01JC2N6B8D0F2H4K6M8P0R2T4W,404",
    "GET,/v2/payments?limit=0,400",
    "GET,/v2/payments?limit=1&limit=2,400",
    "GET,/v2/payments?limit=1.0,400",
    "GET,/v2/payments?status=captured&status=captured,400",
    "GET,/v2/payments?status=,400",
    "GET,/v2/payments?createdFrom=2026-01-01,400",
    "GET,/v2/payments?reference=%00,400",
    "GET,/v2/payments?reference=%ff,400",
    "GET,/v2/payments?cursor=AAAA,400",
    "GET,/v2/payments?unknown=1,200",
    "GET,/v1/payments?offset=-1,400"
  })
  void request_thatIsWrong_isRefusedAsSpecified(String method, String path, int status) {
    Answer answer = shop.send(method, path, null);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.raw().body()).doesNotContain("Exception", "dev.steadfast", "SQL");
  }

  @Test
  void version_byAccept_isTheOneThatIsNamed() {
    String id = shop.post("/payments", SALE).text("/id");

    Answer current = shop.get("/payments/" + id);
    Answer old = shop.get("/payments/" + id, "Accept", "application/json; version=1");
    Answer unknown = shop.get("/payments/" + id, "Accept", "application/json;version=3");
    assertThat(current.json().has("amountMinor")).isTrue();
    assertThat(current.header("Vary")).isEqualTo("Accept");
    assertThat(current.header("Deprecation")).isEmpty();
    assertThat(old.raw().body()).contains("\"amount\":0.01,");
    assertThat(old.header("Deprecation")).isEqualTo("@1793491200");
    assertThat(unknown.status()).isEqualTo(406);
    assertThat(shop.get("/%762/payments/" + id).status()).isEqualTo(200);
  }

  @Test
  void amounts_inV1_areDecimalsOfTheirCurrency() {
    assertThat(amount("10.5", "EUR")).isEqualTo("201 10.50");
    assertThat(amount("1050", "JPY")).isEqualTo("201 1050");
    assertThat(amount("1.05", "KWD")).isEqualTo("201 1.050");
    assertThat(amount("1e2", "EUR")).isEqualTo("201 100.00");
    assertThat(amount("10.501", "EUR")).isEqualTo("422 amount_too_precise");
    assertThat(amount("1.5", "JPY")).isEqualTo("422 amount_too_precise");
    assertThat(amount("1.0001", "KWD")).isEqualTo("400 validation_failed");
    assertThat(amount("1", "XAU")).isEqualTo("422 currency_not_supported");
    assertThat(amount("1000000000", "EUR")).isEqualTo("422 amount_too_large");
  }

  private String amount(String amount, String currency) {
    Answer answer =
        shop.post(
            "/v1/payments",
            "{\"amount\":%s,\"currency\":\"%s\",\"paymentMethod\":\"pm_card_visa\"}"
                .formatted(amount, currency));
    String shown =
        answer.status() == 201
            ? answer.raw().body().replaceAll(".*\"amount\":([0-9.]+),.*", "$1")
            : answer.text("/error/code");
    return answer.status() + " " + shown;
  }

  private void assertNothingWritten() {
    assertThat(
            server
                .jdbc()
                .queryForObject(
                    "SELECT count(*) FROM payment WHERE merchant_id = ?",
                    Long.class,
                    shop.merchant()))
        .isZero();
  }
}
