package dev.steadfast.starter.ratelimit;

import com.sun.management.OperatingSystemMXBean;
import dev.steadfast.local.RedisProcess;
import dev.steadfast.services.DocSection;
import dev.steadfast.starter.ratelimit.Quota.Kind;
import dev.steadfast.starter.ratelimit.RateLimitProperties.Tier;
import dev.steadfast.starter.redis.RedisCircuit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what one decision costs this process and Redis. Not part of the build; run by {@code
 * ./mvnw -pl server-starter -am test -Dtest=LimitCost -Dmeasure.seconds=30
 * -Dsurefire.failIfNoSpecifiedTests=false}, which writes docs/rate-limits.md. Nothing else should
 * run on the machine.
 */
class LimitCost {

  private static final int THREADS = 32;
  private static final int SECONDS = Integer.getInteger("measure.seconds", 3);
  private static final int MANY = 1000;
  private static final Tier ENDLESS = new Tier(999_999_999, 999_999_999);

  @TempDir private Path folder;

  @Test
  void measure() throws Exception {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%s, %d processors, Java %s, %d threads, %d s each after as many to warm up; CPU of"
                + " this process and, beside it, of Redis.%n%n"
                + "| | decisions/s | CPU µs | CPU µs of Redis | Redis commands each |%n"
                + "|---|---|---|---|---|%n",
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            THREADS,
            SECONDS));
    try (RedisProcess redis = RedisProcess.start(folder)) {
      RedisClient client = RedisClient.create(redis.url());
      try (StatefulRedisConnection<String, String> info = client.connect();
          RedisState state = state(redis)) {
        LettuceBasedProxyManager<byte[]> manager =
            Bucket4jLettuce.casBasedBuilder(client)
                .expirationAfterWrite(
                    ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                        Duration.ofSeconds(1)))
                .build();
        RateLimiter ours =
            new RateLimiter(
                RateLimiterTest.properties(Map.of("basic", ENDLESS), 10_000),
                state,
                TimeMeter.SYSTEM_MILLISECONDS);
        table.append(
            row(info, "Bucket4j's manager, 1,000 clients", n -> theirs(manager, n % MANY)));
        table.append(row(info, "ours, 1,000 clients", n -> count(ours, n % MANY)));
        table.append(row(info, "Bucket4j's manager, one client", n -> theirs(manager, 0)));
        table.append(row(info, "ours, one client", n -> count(ours, 0)));
      } finally {
        client.shutdown();
      }
    }
    new DocSection("rate-limits.md", "cost").write(table.toString().replace("\r\n", "\n"));
  }

  private static RedisState state(RedisProcess redis) throws InterruptedException {
    LettuceConnection connection = new LettuceConnection(URI.create(redis.url()));
    RedisCircuit circuit = new RedisCircuit("measure", Duration.ofSeconds(2), connection::probe);
    while (circuit.isOpen()) {
      Thread.sleep(10);
    }
    return new RedisState(connection, circuit);
  }

  private static void count(RateLimiter limiter, int client) {
    limiter.count(new RateLimitClient("mer_" + client, null), Kind.WRITE);
  }

  private static void theirs(LettuceBasedProxyManager<byte[]> manager, int client) {
    Quota quota = new Quota(Kind.WRITE, ENDLESS.writes(), Duration.ofMinutes(1));
    Bucket bucket =
        manager
            .builder()
            .build(("theirs:" + client).getBytes(StandardCharsets.UTF_8), quota::bucket);
    bucket.tryConsumeAndReturnRemaining(1);
  }

  private static String row(
      StatefulRedisConnection<String, String> redis, String name, IntConsumer decide)
      throws InterruptedException {
    run(decide);
    double redisBefore = redisCpuSeconds(redis);
    long commandsBefore = commands(redis);
    long cpuBefore = cpuNanos();
    long decisions = run(decide);
    double cpu = (cpuNanos() - cpuBefore) / 1e3 / decisions;
    double redisCpu = (redisCpuSeconds(redis) - redisBefore) * 1e6 / decisions;
    double commands = (double) (commands(redis) - commandsBefore) / decisions;
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.0f | %.0f | %.2f |%n",
        name,
        decisions / SECONDS,
        cpu,
        redisCpu,
        commands);
  }

  private static long run(IntConsumer decide) throws InterruptedException {
    LongAdder decisions = new LongAdder();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int t = 0; t < THREADS; t++) {
      int first = t * 31;
      threads.execute(
          () -> {
            for (int n = first; System.nanoTime() < end; n++) {
              decide.accept(n);
              decisions.increment();
            }
          });
    }
    threads.shutdown();
    threads.awaitTermination(SECONDS + 30L, TimeUnit.SECONDS);
    return decisions.sum();
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double redisCpuSeconds(StatefulRedisConnection<String, String> redis) {
    return number(redis.sync().info("cpu"), "used_cpu_user:")
        + number(redis.sync().info("cpu"), "used_cpu_sys:");
  }

  /** Calls by clients; what a script calls is part of its own cost. */
  private static long commands(StatefulRedisConnection<String, String> redis) {
    String stats = redis.sync().info("commandstats");
    return (long)
        (List.of("eval", "evalsha", "get").stream()
                .mapToDouble(name -> number(stats, "cmdstat_" + name + ":calls="))
                .sum()
            - scripted(stats));
  }

  /** Each script of either manager reads the key once. */
  private static double scripted(String stats) {
    return number(stats, "cmdstat_eval:calls=") + number(stats, "cmdstat_evalsha:calls=");
  }

  private static double number(String text, String name) {
    int at = text.indexOf(name);
    if (at < 0) {
      return 0;
    }
    int from = at + name.length();
    int to = from;
    while (to < text.length() && "0123456789.".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return Double.parseDouble(text.substring(from, to));
  }
}
