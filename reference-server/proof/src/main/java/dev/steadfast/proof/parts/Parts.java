package dev.steadfast.proof.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the endpoints do, each in the plainest way its library has. */
@Component
class Parts {

  private static final long PLENTY = 999_999_999;
  private static final byte[] ANSWER = new byte[700]; // about that of a payment
  private static final byte[] MARK = new byte[17];

  private final RSASSAVerifier verifier;
  private final ProxyManager<byte[]> buckets;
  private final BucketConfiguration limit;
  private final RedissonClient redisson;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong number = new AtomicLong(System.nanoTime());

  Parts(Environment environment, JdbcTemplate jdbc, TransactionTemplate transactions)
      throws IOException, ParseException, JOSEException {
    String redis = environment.getRequiredProperty("REDIS_URL");
    URI keys = URI.create(environment.getRequiredProperty("JWKS_URI"));
    this.verifier =
        new RSASSAVerifier(JWKSet.load(Path.of(keys).toFile()).getKeys().get(0).toRSAKey());
    this.buckets = Bucket4jLettuce.casBasedBuilder(RedisClient.create(redis)).build();
    this.limit =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(PLENTY)
                    .refillIntervally(PLENTY, Duration.ofMinutes(1))
                    .build())
            .build();
    Config config = new Config();
    config.useSingleServer().setAddress(redis);
    this.redisson = Redisson.create(config);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  RSASSAVerifier verifier() {
    return verifier;
  }

  boolean limit(String merchant) {
    return buckets.getProxy(merchant.getBytes(UTF_8), () -> limit).tryConsume(1);
  }

  boolean mark(String key) {
    RBucket<byte[]> bucket = redisson.getBucket("part:" + key, ByteArrayCodec.INSTANCE);
    boolean mine = bucket.setIfAbsent(MARK, Duration.ofSeconds(10));
    watch(bucket.setAsync(ANSWER, Duration.ofMinutes(10)));
    return mine;
  }

  private void watch(CompletionStage<?> command) {
    command.whenComplete((result, failure) -> lost.addAndGet(failure == null ? 0 : 1));
  }

  /** Commands that nobody waited for and that failed. */
  long lost() {
    return lost.get();
  }

  /* What one payment needs: is the key new, the payment and its booking, the outcome. */
  void create(String merchant) {
    String id = String.format(Locale.ROOT, "%026d", number.incrementAndGet());
    UUID key = UUID.randomUUID();
    transactions.executeWithoutResult(
        status -> {
          jdbc.queryForList(
              "SELECT pg_try_advisory_xact_lock(?), o.status FROM (VALUES (1)) AS one"
                  + " LEFT JOIN idempotency_outcome AS o ON o.id = ?",
              key.getMostSignificantBits(),
              key);
          jdbc.queryForList(
              """
              WITH payer AS (SELECT id, status FROM merchant WHERE id = ?),
              created AS (
                INSERT INTO payment (id, merchant_id, status, amount_minor, captured_amount_minor,
                  refunded_amount_minor, currency, capture_method, payment_method, reference,
                  created_at, updated_at, captured_at)
                SELECT ?, payer.id, 'captured', 1050, 1050, 0, 'EUR', 'automatic', 'pm_card_visa',
                  'order-4711', now(), now(), now() FROM payer WHERE payer.status = 'active'
                RETURNING id, merchant_id),
              booked AS (
                INSERT INTO transaction (id, merchant_id, type, amount_minor, currency, payment_id,
                  created_at)
                SELECT ?, merchant_id, 'capture', 1050, 'EUR', id, now() FROM created)
              SELECT status FROM payer
              """,
              merchant,
              "pay_" + id,
              "txn_" + id);
          jdbc.update(
              "INSERT INTO idempotency_outcome (created_at, id, fingerprint, status, answer)"
                  + " VALUES (now(), ?, ?, 201, ?)",
              key,
              key,
              ANSWER);
        });
  }

  boolean read(String merchant, String payment) {
    return !jdbc.queryForList(
            "SELECT id, merchant_id, status, amount_minor, captured_amount_minor,"
                + " refunded_amount_minor, currency, capture_method, payment_method, reference,"
                + " description, metadata, failure_code, created_at, updated_at, captured_at,"
                + " expires_at FROM payment WHERE id = ? AND merchant_id = ?",
            payment,
            merchant)
        .isEmpty();
  }
}
