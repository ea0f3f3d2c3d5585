package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.local.RedisProcess;
import dev.steadfast.services.DocSection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what a day of keys costs Redis, with the keys and values that the feature writes. Not
 * part of the build; run by {@code ./mvnw -pl server-starter -am test -Dtest=KeyMemory
 * -Dsurefire.failIfNoSpecifiedTests=false}, which writes docs/idempotency.md.
 */
class KeyMemory {

  private static final int REQUESTS = 1_000_000;
  private static final int DISTINCT = REQUESTS - REQUESTS / 100;
  private static final int PER_HOUR = DISTINCT / 24;
  private static final int PIPELINE = 10_000;

  @TempDir private Path folder;

  private final Random random = new Random(4);

  @Test
  void measure() throws Exception {
    StringBuilder table = new StringBuilder();
    try (RedisProcess redis = RedisProcess.start(folder)) {
      RedisClient client = RedisClient.create(redis.url());
      try (StatefulRedisConnection<byte[], byte[]> connection =
          client.connect(ByteArrayCodec.INSTANCE)) {
        long answer = value().length;
        table.append(
            String.format(
                Locale.ROOT,
                "%s, Redis %s, %,d requests a day of which 1%% repeat a key: %,d keys. An answer with"
                    + " its headers has %d bytes.%n%n| kept | keys | memory | per key | resident |%n"
                    + "|---|---|---|---|---|%n",
                LocalDate.now(ZoneOffset.UTC),
                info(connection, "redis_version"),
                REQUESTS,
                DISTINCT,
                answer));
        table.append(row(connection, "keys alone, for 24 h", DISTINCT, false));
        table.append(row(connection, "keys and answers, for 24 h", DISTINCT, true));
        table.append(row(connection, "**keys and answers, for 1 h** (default)", PER_HOUR, true));
      } finally {
        client.shutdown();
      }
    }
    new DocSection("idempotency.md", "key-memory").write(table.toString().replace("\r\n", "\n"));
  }

  private String row(
      StatefulRedisConnection<byte[], byte[]> connection, String kept, int keys, boolean answers)
      throws Exception {
    connection.sync().flushall();
    long before = Long.parseLong(info(connection, "used_memory"));
    fill(connection, keys, answers);
    assertThat(connection.sync().dbsize()).isEqualTo(keys);
    long used = Long.parseLong(info(connection, "used_memory")) - before;
    long resident = Long.parseLong(info(connection, "used_memory_rss"));
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d MiB | %,d bytes | %,d MiB |%n",
        kept,
        keys,
        used >> 20,
        used / keys,
        resident >> 20);
  }

  private void fill(StatefulRedisConnection<byte[], byte[]> connection, int keys, boolean answers)
      throws Exception {
    connection.setAutoFlushCommands(false);
    List<RedisFuture<String>> sent = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      byte[] name = RedissonOutcomeCache.name(uuid()).getBytes(StandardCharsets.UTF_8);
      byte[] value = answers ? value() : RedissonOutcomeCache.mark(uuid());
      sent.add(connection.async().set(name, value, SetArgs.Builder.px(Duration.ofDays(1))));
      if (sent.size() == PIPELINE || i == keys - 1) {
        connection.flushCommands();
        for (RedisFuture<String> one : sent) {
          one.get();
        }
        sent.clear();
      }
    }
    connection.setAutoFlushCommands(true);
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** The answer to createPayment of v2. */
  private byte[] value() {
    String id = "pay_01" + Long.toString(random.nextLong() >>> 1, 36).toUpperCase(Locale.ROOT);
    String body =
        "{\"id\":\""
            + (id + "0000000000000000000000000").substring(0, 30)
            + "\",\"merchantId\":\"mer_01JC2N6B8D0F2H4K6M8P0R2T4W\",\"status\":\"captured\","
            + "\"amountMinor\":1050,\"capturedAmountMinor\":1050,\"refundedAmountMinor\":0,"
            + "\"currency\":\"EUR\",\"captureMethod\":\"automatic\",\"paymentMethod\":\"pm_card_visa\","
            + "\"reference\":\"order-4711\",\"createdAt\":\"2026-11-21T07:30:00.123456Z\","
            + "\"updatedAt\":\"2026-11-21T07:30:00.123456Z\"}";
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/json", "Location", "/v2/payments/" + id, "ETag", "\"1\"");
    Outcome outcome = new Outcome(201, headers, body.getBytes(StandardCharsets.UTF_8));
    return RedissonOutcomeCache.value(new StoredOutcome(uuid(), outcome, Duration.ZERO));
  }

  private static String info(StatefulRedisConnection<byte[], byte[]> connection, String name)
      throws IOException {
    for (String line : connection.sync().info().split("\r\n", -1)) {
      if (line.startsWith(name + ":")) {
        return line.substring(name.length() + 1);
      }
    }
    throw new IOException("Redis does not tell " + name);
  }
}
