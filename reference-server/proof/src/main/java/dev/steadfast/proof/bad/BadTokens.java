package dev.steadfast.proof.bad;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.local.Folders;
import dev.steadfast.local.Issuer;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that are missing, old, forged, or good for something else. */
final class BadTokens {

  private static final String REFUSED = "401 unauthenticated";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private BadTokens() {}

  static List<Case> of(World world, Stage stage) throws IOException {
    List<Case> cases = new ArrayList<>();
    Request sale = world.sale("");
    cases.add(Case.of("no token", sale.without("Authorization"), REFUSED));
    cases.add(Case.of("Basic", with(sale, "Basic cGF5OnBheQ=="), REFUSED));
    cases.add(Case.of("Bearer and nothing", with(sale, "Bearer"), REFUSED));
    cases.add(Case.of("two tokens", sale.with("Authorization", "Bearer x"), REFUSED));
    for (Map.Entry<String, String> token : tokens(world, stage).entrySet()) {
      cases.add(Case.of(token.getKey(), sale.by(token.getValue()), REFUSED));
    }
    cases.add(
        Case.of(
            "a token without the scope",
            sale.by(stage.issuer().token(world.me().id(), "premium", "payments:read")),
            "403 insufficient-scope"));
    cases.add(
        Case.of(
            "a token of a suspended merchant",
            sale.by(world.suspended().token()),
            "403 merchant-suspended"));
    return cases;
  }

  private static Map<String, String> tokens(World world, Stage stage) throws IOException {
    Issuer issuer = stage.issuer();
    String good = world.me().token();
    String[] parts = good.split("\\.", -1);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("an expired token", expired(world, issuer));
    tokens.put("alg none", none(parts[1]));
    tokens.put("alg none with the old signature", none(parts[1]) + parts[2]);
    tokens.put("HS256 with the public key as the secret", confused(parts[1], issuer));
    tokens.put("another issuer's key", foreign(world));
    tokens.put(
        "another issuer's key under the good key's name",
        parts[0] + foreign(world).substring(foreign(world).indexOf('.')));
    tokens.put("no signature", parts[0] + '.' + parts[1] + '.');
    tokens.put(
        "a signature of another token",
        parts[0] + '.' + parts[1] + '.' + world.other().token().split("\\.", -1)[2]);
    tokens.put("two parts", parts[0] + '.' + parts[1]);
    tokens.put("nonsense", "nonsense");
    tokens.put("not base64", "%%%.%%%.%%%");
    Map<String, Object> claims = claims(world);
    tokens.put("another issuer", issuer.sign(changed(claims, "iss", "https://evil.example")));
    tokens.put("another audience", issuer.sign(changed(claims, "aud", "other-api")));
    tokens.put("no end", issuer.sign(changed(claims, "exp", "never")));
    Map<String, Object> endless = new LinkedHashMap<>(claims);
    endless.remove("exp");
    tokens.put("without exp", issuer.sign(endless));
    return tokens;
  }

  private static Map<String, Object> claims(World world) {
    long now = Clock.systemUTC().instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", Issuer.ISSUER);
    claims.put("aud", Issuer.AUDIENCE);
    claims.put("sub", "client");
    claims.put("merchant", world.me().id());
    claims.put("tier", "premium");
    claims.put("scope", "payments:write");
    claims.put("iat", now);
    claims.put("exp", now + 600);
    return claims;
  }

  private static Map<String, Object> changed(
      Map<String, Object> claims, String name, Object value) {
    Map<String, Object> other = new LinkedHashMap<>(claims);
    other.put(name, value);
    return other;
  }

  private static String expired(World world, Issuer issuer) {
    Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
    return issuer.at(yesterday).token(world.me().id(), "premium", "payments:write");
  }

  private static String none(String payload) {
    return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.' + payload + '.';
  }

  private static String foreign(World world) throws IOException {
    Path folder = Files.createTempDirectory("evil");
    try {
      return Issuer.open(folder).token(world.me().id(), "premium", "payments:write");
    } finally {
      Folders.delete(folder);
    }
  }

  /* The classic: what everybody may read is taken for a shared secret. */
  private static String confused(String payload, Issuer issuer) throws IOException {
    String head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    byte[] secret = Files.readAllBytes(Path.of(issuer.jwksUri()));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal((head + '.' + payload).getBytes(UTF_8));
      return head + '.' + payload + '.' + BASE64.encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private static Request with(Request request, String authorization) {
    return request.without("Authorization").with("Authorization", authorization);
  }
}
