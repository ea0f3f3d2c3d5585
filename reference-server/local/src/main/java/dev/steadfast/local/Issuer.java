package dev.steadfast.local;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs access tokens for the Payment API on this machine: JWT (RFC 7519) with RS256. Its key is
 * made at the first start and never leaves its folder; servers read the public half (RFC 7517).
 */
public final class Issuer {

  /** Every scope of a merchant, as the specification's security scheme lists them. */
  public static final List<String> MERCHANT_SCOPES =
      List.of(
          "payments:read",
          "payments:write",
          "refunds:read",
          "refunds:write",
          "merchants:read",
          "merchants:write",
          "transactions:read");

  /** Claim {@code iss}. */
  public static final String ISSUER = "https://issuer.payments.example";

  /** Claim {@code aud}. */
  public static final String AUDIENCE = "payments-api";

  private static final int KEY_BITS = 2048;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = new JsonMapper();

  private final RSAPrivateCrtKey key;
  private final String keyId;
  private final Path keySet;
  private final Clock clock;
  private final Duration lifetime;

  private Issuer(RSAPrivateCrtKey key, String keyId, Path keySet, Clock clock, Duration lifetime) {
    this.key = key;
    this.keyId = keyId;
    this.keySet = keySet;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** Opens the issuer of a folder, with a new key when there is none; tokens live an hour. */
  public static Issuer open(Path folder) throws IOException {
    Path home = Files.createDirectories(folder).toAbsolutePath();
    Path keyFile = home.resolve("issuer.key");
    try {
      if (!Files.exists(keyFile)) {
        writeKey(keyFile);
      }
      RSAPrivateCrtKey key = readKey(keyFile);
      String keyId = thumbprint(key);
      Path keySet = home.resolve("jwks.json");
      PrivateFile.write(keySet, JSON.writeValueAsString(Map.of("keys", List.of(jwk(key, keyId)))));
      return new Issuer(key, keyId, keySet, Clock.systemUTC(), Duration.ofHours(1));
    } catch (GeneralSecurityException e) {
      throw new IOException("the issuer's key " + keyFile + " cannot be used", e);
    }
  }

  /** The same issuer with another clock: expired and future tokens. */
  public Issuer at(Clock other) {
    return new Issuer(key, keyId, keySet, other, lifetime);
  }

  /** The same issuer with tokens that live so long. */
  public Issuer lasting(Duration other) {
    return new Issuer(key, keyId, keySet, clock, other);
  }

  /** The {@code file:} URL of the public keys, for {@code JWKS_URI}. */
  public URI jwksUri() {
    return keySet.toUri();
  }

  /**
   * A token of a merchant.
   *
   * @param merchant {@code mer_…}
   * @param tier {@code basic} or {@code premium}
   */
  public String token(String merchant, String tier, String... scopes) {
    Map<String, Object> claims = claims("client-of-" + merchant, tier, scopes);
    claims.put("merchant", merchant);
    return sign(claims);
  }

  /**
   * A token of a platform, which acts for no single merchant.
   *
   * @param subject names the platform
   */
  public String platformToken(String subject, String tier, String... scopes) {
    return sign(claims(subject, tier, scopes));
  }

  /** A token with these claims and no other. */
  public String sign(Map<String, ?> claims) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    header.put("kid", keyId);
    String signed =
        BASE64.encodeToString(JSON.writeValueAsBytes(header))
            + '.'
            + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + '.' + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with SHA256withRSA", e);
    }
  }

  private Map<String, Object> claims(String subject, String tier, String... scopes) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", subject);
    claims.put("tier", tier);
    claims.put("scope", String.join(" ", scopes));
    claims.put("iat", now);
    claims.put("exp", now + lifetime.toSeconds());
    return claims;
  }

  private static void writeKey(Path file) throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    String body =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    PrivateFile.write(
        file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private static RSAPrivateCrtKey readKey(Path file) throws GeneralSecurityException, IOException {
    String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
    byte[] bytes = Base64.getMimeDecoder().decode(body);
    return (RSAPrivateCrtKey)
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  private static Map<String, String> jwk(RSAPrivateCrtKey key, String keyId) {
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("kid", keyId);
    jwk.put("use", "sig");
    jwk.put("alg", "RS256");
    jwk.put("n", unsigned(key.getModulus()));
    jwk.put("e", unsigned(key.getPublicExponent()));
    return jwk;
  }

  /* RFC 7638: the hash of the required members in lexical order. */
  private static String thumbprint(RSAPrivateCrtKey key) throws GeneralSecurityException {
    String members =
        "{\"e\":\""
            + unsigned(key.getPublicExponent())
            + "\",\"kty\":\"RSA\",\"n\":\""
            + unsigned(key.getModulus())
            + "\"}";
    return BASE64.encodeToString(
        MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
  }

  /* RFC 7518 §2, Base64urlUInt: no sign byte. */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
