package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_795_305_600), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void token_ofAMerchant_hasTheClaimsOfTheApi() throws IOException {
    String token =
        Issuer.open(folder).at(CLOCK).token("mer_a", "basic", "payments:read", "payments:write");

    assertThat(part(token, 1))
        .isEqualTo(
            JSON.readTree(
                """
                {"iss":"https://issuer.payments.example","aud":"payments-api",
                 "sub":"client-of-mer_a","tier":"basic","scope":"payments:read payments:write",
                 "iat":1795305600,"exp":1795309200,"merchant":"mer_a"}"""));
  }

  @Test
  void token_ofAPlatform_namesNoMerchant() throws IOException {
    String token =
        Issuer.open(folder)
            .at(CLOCK)
            .lasting(Duration.ofMinutes(1))
            .platformToken("shop", "premium");

    assertThat(part(token, 1))
        .isEqualTo(
            JSON.readTree(
                """
                {"iss":"https://issuer.payments.example","aud":"payments-api","sub":"shop",
                 "tier":"premium","scope":"","iat":1795305600,"exp":1795305660}"""));
  }

  @Test
  void signature_isVerifiedByThePublishedKey() throws IOException, GeneralSecurityException {
    Issuer issuer = Issuer.open(folder);
    String token = issuer.token("mer_a", "basic", "payments:read");
    JsonNode key = JSON.readTree(Files.readString(Path.of(issuer.jwksUri()))).at("/keys/0");

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.UTF_8));

    assertThat(signature.verify(decoded(token, 2))).isTrue();
    assertThat(part(token, 0).get("kid")).isEqualTo(key.get("kid"));
    assertThat(part(token, 0).get("alg").asString()).isEqualTo("RS256");
    assertThat(key.propertyNames()).containsExactly("kty", "kid", "use", "alg", "n", "e");
  }

  @Test
  void key_isKeptAndPrivate() throws IOException {
    Issuer first = Issuer.open(folder);
    Issuer second = Issuer.open(folder);

    assertThat(second.at(CLOCK).token("mer_a", "basic"))
        .isEqualTo(first.at(CLOCK).token("mer_a", "basic"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("issuer.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .isEqualTo(List.of("issuer.key", "jwks.json"));
    }
  }

  private static BigInteger number(JsonNode key, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(member).asString()));
  }

  private static JsonNode part(String token, int index) {
    return JSON.readTree(decoded(token, index));
  }

  private static byte[] decoded(String token, int index) {
    return Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
  }
}
