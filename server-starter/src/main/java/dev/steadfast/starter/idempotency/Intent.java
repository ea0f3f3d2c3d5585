package dev.steadfast.starter.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client wants to happen once.
 *
 * @param id names it: its owner and key, hashed. The SQL for it is {@code
 *     substring(encode(sha256(convert_to('OWNER' || E'\n' || 'KEY', 'UTF8')), 'hex') for 32)::uuid}
 * @param fingerprint what it asks for: operation and body, hashed
 */
record Intent(UUID id, UUID fingerprint) {

  /* Both are the first 128 bits of a SHA-256. To be answered with another's outcome one would have
   * to find a second preimage (2^128 tries). */

  /**
   * The intent of a request.
   *
   * @param owner whose key it is
   * @param operation method, path and query as the client sent them
   * @param body empty when there is none
   * @param isJson whether the body claims to be JSON: then its spelling does not matter
   */
  static Intent of(
      String owner, IdempotencyKey key, String operation, byte[] body, boolean isJson) {
    MessageDigest sha256 = sha256();
    sha256.update(owner.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    UUID id = first128Bits(sha256.digest(key.value().getBytes(StandardCharsets.US_ASCII)));

    Optional<String> canonical =
        isJson && body.length > 0 ? CanonicalJson.of(body) : Optional.empty();
    sha256.update(operation.getBytes(StandardCharsets.UTF_8));
    // a text that is not JSON must not look like the canonical form of another
    sha256.update((byte) (canonical.isPresent() ? '\n' : '\r'));
    byte[] content = canonical.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(body);
    return new Intent(id, first128Bits(sha256.digest(content)));
  }

  private static UUID first128Bits(byte[] digest) {
    ByteBuffer bits = ByteBuffer.wrap(digest);
    return new UUID(bits.getLong(), bits.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
