package dev.steadfast.starter.idempotency;

import dev.steadfast.starter.redis.RedisCircuit;
import dev.steadfast.starter.redis.RedisLostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBucket;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * The cache in Redis, through Redisson: one key per intent, which holds first the mark of who is at
 * it and then its outcome. A request that takes effect costs two commands, and waits for one.
 */
final class RedissonOutcomeCache implements OutcomeCache {

  /* A value is
   *   0, holder (16 bytes): in flight
   *   1, fingerprint (16 bytes), status (2 bytes), answer: committed
   * The key says whose it is, by a hash of owner and key, and the fingerprint says of which
   * operation and body. Anything else is not ours and counts as nothing. */

  private static final byte IN_FLIGHT = 0;
  private static final byte COMMITTED = 1;
  private static final int UUID_BYTES = 16;
  private static final int ANSWER_AT = 1 + UUID_BYTES + 2;

  /** How long the mark of a server that died keeps others waiting before they ask PostgreSQL. */
  private static final Duration MARK_TTL = Duration.ofSeconds(10);

  private static final String PREFIX = "once:";

  private final RedissonConnection connection;
  private final RedisCircuit circuit;
  private final Duration ttl;
  private final Duration maxAge;

  RedissonOutcomeCache(RedissonConnection connection, IdempotencyProperties properties) {
    this.connection = connection;
    this.circuit = connection.circuit();
    this.ttl = properties.redis().ttl();
    this.maxAge = properties.ttl();
  }

  @Override
  public Sight claim(UUID id, UUID holder) {
    if (!circuit.isClosed()) {
      return Sight.NOTHING;
    }
    try {
      return circuit.ask(() -> bucket(id).setIfAbsentAsync(mark(holder), MARK_TTL))
          ? Sight.MINE
          : read(id);
    } catch (RedisLostException e) {
      return Sight.NOTHING;
    }
  }

  @Override
  public Sight look(UUID id) {
    if (!circuit.isClosed()) {
      return Sight.NOTHING;
    }
    try {
      return read(id);
    } catch (RedisLostException e) {
      return Sight.NOTHING;
    }
  }

  @Override
  public void release(UUID id, UUID holder) {
    if (circuit.isClosed()) {
      watch(bucket(id).compareAndSetAsync(mark(holder), null));
    }
  }

  @Override
  public void store(UUID id, StoredOutcome stored) {
    Duration left = maxAge.minus(stored.age());
    Duration keep = left.compareTo(ttl) < 0 ? left : ttl;
    if (keep.toMillis() > 0 && circuit.isClosed()) {
      watch(bucket(id).setAsync(value(stored), keep));
    }
  }

  @Override
  public boolean isLost() {
    return circuit.isOpen();
  }

  @Override
  public long skipped() {
    return circuit.skipped();
  }

  @Override
  public void close() {
    connection.close();
  }

  private Sight read(UUID id) throws RedisLostException {
    return sight(circuit.ask(() -> bucket(id).getAsync()));
  }

  private static Sight sight(byte @Nullable [] value) {
    if (value == null || value.length == 0) {
      return Sight.NOTHING;
    }
    if (value[0] == IN_FLIGHT) {
      return Sight.ELSEWHERE;
    }
    if (value[0] != COMMITTED || value.length < ANSWER_AT) {
      return Sight.NOTHING;
    }
    ByteBuffer head = ByteBuffer.wrap(value, 1, ANSWER_AT - 1);
    UUID fingerprint = new UUID(head.getLong(), head.getLong());
    Optional<Outcome> outcome = Outcome.of(head.getShort(), value, ANSWER_AT);
    return outcome.map(found -> Sight.of(fingerprint, found)).orElse(Sight.NOTHING);
  }

  /** What Redis keeps of an outcome. */
  static byte[] value(StoredOutcome stored) {
    byte[] answer = stored.outcome().answer();
    return ByteBuffer.allocate(ANSWER_AT + answer.length)
        .put(COMMITTED)
        .putLong(stored.fingerprint().getMostSignificantBits())
        .putLong(stored.fingerprint().getLeastSignificantBits())
        .putShort((short) stored.outcome().status())
        .put(answer)
        .array();
  }

  /** What Redis keeps of who is at an intent. */
  static byte[] mark(UUID holder) {
    return ByteBuffer.allocate(1 + UUID_BYTES)
        .put(IN_FLIGHT)
        .putLong(holder.getMostSignificantBits())
        .putLong(holder.getLeastSignificantBits())
        .array();
  }

  private RBucket<byte[]> bucket(UUID id) {
    return connection.client().getBucket(name(id), ByteArrayCodec.INSTANCE);
  }

  /** The key of an intent in Redis. */
  static String name(UUID id) {
    byte[] bits =
        ByteBuffer.allocate(UUID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** A lost Redis is noticed also where nobody waits for it. */
  private void watch(CompletionStage<?> command) {
    command.whenComplete(
        (result, failure) -> {
          if (failure != null) {
            circuit.lost(String.valueOf(failure.getMessage()), failure);
          }
        });
  }
}
