package dev.steadfast.reference.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, read again when they are old and when a token names a new one. Keys
 * that cannot be read again stay as they were.
 */
final class IssuerKeys {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final int TIMEOUT_MILLIS = 2000;
  private static final int SMALLEST_BITS = 2048;
  private static final int MOST_BYTES = 1 << 20;

  private final URI location;
  private final Duration maxAge;
  private final Duration minAge;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Keys keys = new Keys(Map.of(), Instant.MIN, false);

  IssuerKeys(URI location, Duration maxAge, Duration minAge, Clock clock) {
    this.location = location;
    this.maxAge = maxAge;
    this.minAge = minAge;
    this.clock = clock;
  }

  /**
   * The verifier of signatures by the key of this id; null when the issuer has no such key.
   *
   * @throws KeysUnavailableException when the key is not known and the issuer could not be asked
   */
  @Nullable RSASSAVerifier verifier(String keyId) throws KeysUnavailableException {
    RSASSAVerifier found = keys.byId.get(keyId);
    Duration wanted = found == null ? minAge : maxAge;
    if (olderThan(wanted)) {
      refresh(wanted);
      found = keys.byId.get(keyId);
    }
    if (found == null && !keys.complete) {
      throw new KeysUnavailableException();
    }
    return found;
  }

  private boolean olderThan(Duration age) {
    return keys.read.equals(Instant.MIN) || clock.instant().isAfter(keys.read.plus(age));
  }

  private void refresh(Duration wanted) {
    reading.lock();
    try {
      if (olderThan(wanted)) {
        keys = read();
      }
    } finally {
      reading.unlock();
    }
  }

  private Keys read() {
    try {
      URLConnection connection = location.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        JWKSet set = JWKSet.load(new ByteArrayInputStream(in.readNBytes(MOST_BYTES)));
        return new Keys(verifiers(set), clock.instant(), true);
      }
    } catch (IOException | ParseException | IllegalArgumentException | JOSEException e) {
      LOG.atWarn().addKeyValue("error", e.getMessage()).log("issuer keys cannot be read");
      return new Keys(keys.byId, clock.instant(), false);
    }
  }

  private static Map<String, RSASSAVerifier> verifiers(JWKSet set) throws JOSEException {
    Map<String, RSASSAVerifier> byId = new HashMap<>();
    for (JWK key : set.getKeys()) {
      boolean forSignatures = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
      if (key instanceof RSAKey rsa
          && forSignatures
          && key.getKeyID() != null
          && rsa.size() >= SMALLEST_BITS) {
        byId.put(key.getKeyID(), new RSASSAVerifier(rsa.toRSAPublicKey()));
      }
    }
    return byId;
  }

  /* Complete: these are all that the issuer had when it was asked last. */
  private record Keys(Map<String, RSASSAVerifier> byId, Instant read, boolean complete) {}
}
