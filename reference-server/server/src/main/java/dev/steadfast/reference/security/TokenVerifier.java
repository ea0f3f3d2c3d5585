package dev.steadfast.reference.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Believes RS256 tokens (RFC 7515, 7519, 9068) of one issuer for one audience. A token that was
 * believed is remembered, by its exact text, until it ends or the keys are due to be read again.
 */
@Component
public final class TokenVerifier {
  private static final int LONGEST = 8192;
  private static final Pattern MERCHANT = Pattern.compile("mer_[0-9A-HJKMNP-TV-Z]{26}");
  private static final Set<String> TIERS = Set.of("basic", "premium");

  private final TokenProperties properties;
  private final Clock clock;
  private final IssuerKeys keys;
  private final ConcurrentHashMap<String, Believed> remembered = new ConcurrentHashMap<>();

  /** Reads the keys on first use, so that a server can start before its issuer. */
  public TokenVerifier(TokenProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
    this.keys =
        new IssuerKeys(properties.jwks(), properties.keysMaxAge(), properties.keysMinAge(), clock);
  }

  /**
   * Who sent the token.
   *
   * @throws KeysUnavailableException when the token may be good, but nobody can tell now
   */
  public Caller verify(String token) throws InvalidTokenException, KeysUnavailableException {
    Instant now = clock.instant();
    Believed known = remembered.get(token);
    if (known != null && now.isBefore(known.until)) {
      return known.caller;
    }
    Believed believed = check(token, now);
    if (remembered.size() >= properties.remembered()) {
      remembered.values().removeIf(old -> !now.isBefore(old.until));
      if (remembered.size() >= properties.remembered()) {
        remembered.clear();
      }
    }
    remembered.put(token, believed);
    return believed.caller;
  }

  private Believed check(String token, Instant now)
      throws InvalidTokenException, KeysUnavailableException {
    if (token.length() > LONGEST) {
      throw new InvalidTokenException("The access token is too long.");
    }
    JWTClaimsSet claims;
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      checkSignature(jwt);
      claims = jwt.getJWTClaimsSet();
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      throw new InvalidTokenException("The access token is malformed.");
    }
    Instant ends = checkClaims(claims, now);
    Instant until = now.plus(properties.keysMaxAge());
    return new Believed(caller(claims), ends.isBefore(until) ? ends : until);
  }

  private void checkSignature(SignedJWT jwt)
      throws InvalidTokenException, KeysUnavailableException, JOSEException {
    // only ever the one algorithm: never what the token asks for (RFC 8725 §3.1)
    if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
      throw new InvalidTokenException("The access token is not signed with RS256.");
    }
    String keyId = jwt.getHeader().getKeyID();
    RSASSAVerifier verifier = keyId == null ? null : keys.verifier(keyId);
    if (verifier == null || !jwt.verify(verifier)) {
      throw new InvalidTokenException("The access token is not signed by a key of the issuer.");
    }
  }

  private Instant checkClaims(JWTClaimsSet claims, Instant now) throws InvalidTokenException {
    if (!properties.issuer().equals(claims.getIssuer())) {
      throw new InvalidTokenException("The access token is of another issuer.");
    }
    if (!claims.getAudience().contains(properties.audience())) {
      throw new InvalidTokenException("The access token is for another audience.");
    }
    Date expiry = claims.getExpirationTime();
    if (expiry == null || claims.getSubject() == null || claims.getSubject().isEmpty()) {
      throw new InvalidTokenException("The access token lacks a claim: exp and sub are required.");
    }
    Instant ends = expiry.toInstant().plus(properties.clockSkew());
    if (!now.isBefore(ends)) {
      throw new InvalidTokenException("The access token expired at " + expiry.toInstant() + ".");
    }
    Date from = claims.getNotBeforeTime();
    if (from != null && now.plus(properties.clockSkew()).isBefore(from.toInstant())) {
      throw new InvalidTokenException("The access token is not valid yet.");
    }
    return ends;
  }

  private static Caller caller(JWTClaimsSet claims) throws InvalidTokenException {
    @Nullable Object merchant = claims.getClaim("merchant");
    @Nullable Object tier = claims.getClaim("tier");
    @Nullable Object scope = claims.getClaim("scope");
    if (merchant != null && !(merchant instanceof String id && MERCHANT.matcher(id).matches())) {
      throw new InvalidTokenException("The access token names no merchant in its claim merchant.");
    }
    if (tier != null && !(tier instanceof String name && TIERS.contains(name))) {
      throw new InvalidTokenException("The access token names no tier in its claim tier.");
    }
    return new Caller(
        claims.getSubject(),
        (String) merchant,
        tier == null ? "basic" : (String) tier,
        scope instanceof String scopes && !scopes.isBlank()
            ? Set.copyOf(List.of(scopes.strip().split(" +", -1)))
            : Set.of());
  }

  private record Believed(Caller caller, Instant until) {}
}
