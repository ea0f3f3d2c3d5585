package dev.steadfast.reference.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.local.Issuer;
import dev.steadfast.reference.api.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final RunningServer server = RunningServer.get();
  private final Api shop = server.newMerchant();
  @TempDir private Path folder;

  @Test
  void token_thatIsMissing_isAskedForWithoutAReason() {
    Answer answer = server.withToken("").get("/v2/payments");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"payments\"");
    assertThat(answer.text("/type")).isEqualTo("/problems/unauthenticated");
    assertThat(server.withToken("").get("/v1/payments").text("/error/code"))
        .isEqualTo("unauthenticated");
  }

  @Test
  void token_ofAnotherAlgorithm_isRefused() throws GeneralSecurityException {
    String claims = shop.token().split("\\.", -1)[1];
    String none = encode("{\"alg\":\"none\"}") + "." + claims + ".";
    String head = encode("{\"alg\":\"HS256\",\"kid\":\"" + keyId() + "\"}") + "." + claims;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    byte[] signature = mac.doFinal(head.getBytes(StandardCharsets.US_ASCII));
    String symmetric = head + "." + BASE64.encodeToString(signature);

    assertRefused(none);
    assertRefused(symmetric);
    assertRefused("e30.e30.e30");
    assertRefused("x".repeat(5000));
    assertRefused(shop.token().substring(0, shop.token().length() - 4) + "AAAA");
  }

  @Test
  void token_withWrongClaims_isRefused() {
    Issuer issuer = server.issuer();
    Clock past = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
    assertRefused(issuer.at(past).token(shop.merchant(), "basic", "payments:read"));
    assertRefused(issuer.sign(claims("iss", "https://other.example")));
    assertRefused(issuer.sign(claims("aud", "other")));
    assertRefused(issuer.sign(claims("merchant", "mer_1' OR 1=1")));
    assertRefused(issuer.sign(claims("exp", 0)));
    assertThat(
            server
                .withToken(issuer.sign(claims("scope", "payments:read")))
                .get("/v2/payments")
                .status())
        .isEqualTo(200);
  }

  @Test
  void token_ofAnotherIssuersKey_isRefused() throws IOException {
    assertRefused(Issuer.open(folder).token(shop.merchant(), "basic", "payments:read"));
  }

  @Test
  void scope_thatIsMissing_isNamed() {
    Answer answer = server.as(shop.merchant(), "payments:read").post("/v2/payments", "{}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem())
        .isEqualTo(
            "{\"type\":\"/problems/insufficient-scope\",\"title\":\"Insufficient scope\","
                + "\"status\":403,\"detail\":\"The operation needs the scope payments:write.\"}");
    assertThat(answer.header("RateLimit")).isNotEmpty();
  }

  @Test
  void payment_ofAnotherMerchant_doesNotExist() {
    String id =
        shop.post(
                "/v2/payments",
                "{\"amountMinor\":1,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}")
            .text("/id");
    Api other = server.newMerchant();

    assertThat(other.get("/v2/payments/" + id).status()).isEqualTo(404);
    assertThat(other.post("/v2/payments/" + id + "/cancel", "").status()).isEqualTo(404);
    assertThat(other.post("/v2/payments/" + id + "/capture", "{}").status()).isEqualTo(404);
    assertThat(other.post("/v2/refunds", "{\"paymentId\":\"" + id + "\"}").status()).isEqualTo(422);
    assertThat(other.get("/v2/payments").json().get("items").isEmpty()).isTrue();
    assertThat(other.get("/v2/transactions?paymentId=" + id).json().get("items").isEmpty())
        .isTrue();
  }

  private void assertRefused(String token) {
    Answer answer = server.withToken(token).get("/v2/payments");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"payments\", error=\"invalid_token\"");
  }

  private Map<String, Object> claims(String name, Object value) {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", Issuer.ISSUER);
    claims.put("aud", Issuer.AUDIENCE);
    claims.put("sub", "test");
    claims.put("merchant", shop.merchant());
    claims.put("scope", "payments:read");
    claims.put("exp", now + 60);
    claims.put(name, value);
    return claims;
  }

  private String keyId() {
    String header =
        new String(
            Base64.getUrlDecoder().decode(shop.token().split("\\.", -1)[0]),
            StandardCharsets.UTF_8);
    return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
