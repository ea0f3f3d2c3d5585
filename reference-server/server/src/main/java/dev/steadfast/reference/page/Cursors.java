package dev.steadfast.reference.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes places in lists as opaque text, and reads only what it wrote for the same list: the
 * signature covers the merchant, the filters and the order as well, which the text does not repeat.
 */
@Component
final class Cursors {
  private static final Logger LOG = LoggerFactory.getLogger(Cursors.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 32;
  // half of the digest is enough to sign (RFC 2104 §5)
  private static final int SIGNATURE = 16;
  // bytes: form, amount, microseconds
  private static final int FIXED = 1 + Long.BYTES + Long.BYTES;
  private static final byte FORM = 1;

  // the first one signs, all are accepted
  private final List<SecretKeySpec> keys = new ArrayList<>();

  Cursors(PageProperties properties) {
    if (properties.cursorSecret().isEmpty()) {
      LOG.warn("page.cursor-secret is not set: cursors of other servers will be refused");
      byte[] own = new byte[SHORTEST_SECRET];
      new SecureRandom().nextBytes(own);
      keys.add(new SecretKeySpec(own, ALGORITHM));
    } else {
      keys.add(key("page.cursor-secret", properties.cursorSecret()));
    }
    if (!properties.previousCursorSecret().isEmpty()) {
      keys.add(key("page.previous-cursor-secret", properties.previousCursorSecret()));
    }
  }

  private static SecretKeySpec key(String name, String text) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is not base64", e);
    }
    if (secret.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          name + " needs at least " + SHORTEST_SECRET + " bytes, has " + secret.length);
    }
    return new SecretKeySpec(secret, ALGORITHM);
  }

  /** The place as text of the letters that {@code Cursor} allows, at most 512 of them. */
  String write(String scope, Position position) {
    byte[] id = position.id().getBytes(US_ASCII);
    byte[] place =
        ByteBuffer.allocate(FIXED + id.length)
            .put(FORM)
            .putLong(position.amountMinor())
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.createdAt()))
            .put(id)
            .array();
    byte[] whole = Arrays.copyOf(place, place.length + SIGNATURE);
    byte[] signature = sign(keys.get(0), scope, place);
    System.arraycopy(signature, 0, whole, place.length, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * The place that was written.
   *
   * @throws ProblemException when this is not what {@link #write} gave for that scope
   */
  Position read(String scope, String cursor) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw refusal();
    }
    // one place has one text: unused bits of the last letter are no second one
    boolean canonical =
        Base64.getUrlEncoder().withoutPadding().encodeToString(whole).equals(cursor);
    if (!canonical || whole.length < FIXED + SIGNATURE || whole[0] != FORM) {
      throw refusal();
    }
    byte[] place = Arrays.copyOf(whole, whole.length - SIGNATURE);
    byte[] signature = Arrays.copyOfRange(whole, place.length, whole.length);
    if (keys.stream().noneMatch(key -> MessageDigest.isEqual(signature, sign(key, scope, place)))) {
      throw refusal();
    }
    ByteBuffer parts = ByteBuffer.wrap(place, 1, place.length - 1);
    return new Position(
        parts.getLong(),
        Instant.EPOCH.plus(parts.getLong(), ChronoUnit.MICROS),
        new String(place, FIXED, place.length - FIXED, US_ASCII));
  }

  private static byte[] sign(SecretKeySpec key, String scope, byte[] place) {
    byte[] list = scope.getBytes(UTF_8);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(list.length).flip());
      mac.update(list);
      return Arrays.copyOf(mac.doFinal(place), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static ProblemException refusal() {
    return new ProblemException(
        PaymentProblem.VALIDATION_FAILED,
        "The request has one fault.",
        Fault.of("cursor", "must be the next of a page with the same filters and sort"));
  }
}
