package dev.steadfast.starter.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.starter.ratelimit.Quota.Kind;
import dev.steadfast.starter.ratelimit.RateLimitProperties.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the algorithm promises, on a clock that is moved, over two servers that share. */
class RateLimiterTest {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final RateLimitClient BASIC = new RateLimitClient("mer_1", "basic");

  private final TestClock clock = new TestClock();
  private final SharedMemory shared = new SharedMemory(clock);
  private final List<RateLimiter> servers = List.of(server(), server());

  private RateLimiter server() {
    return new RateLimiter(properties(Map.of(), 100), shared, clock);
  }

  static RateLimitProperties properties(Map<String, Tier> tiers, int localBudgets) {
    return new RateLimitProperties(
        true,
        List.of("/**"),
        WINDOW,
        tiers,
        "basic",
        null,
        new RateLimitProperties.Redis(null, Duration.ofMillis(100)),
        localBudgets);
  }

  @Test
  void burst_overTwoServers_passesTheLimitAndNotOneMore() {
    List<Boolean> allowed = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      allowed.add(servers.get(i % 2).count(BASIC, Kind.WRITE).allowed());
      clock.advance(Duration.ofMillis(8));
    }

    assertThat(allowed.subList(0, 100)).containsOnly(true);
    assertThat(allowed.subList(100, 120)).containsOnly(false);
  }

  @Test
  void burst_afterARest_passesTheLimitWhereverTheLastWindowEnded() {
    servers.get(0).count(BASIC, Kind.WRITE);
    clock.advance(Duration.ofMillis(2 * 60_000 - 400));

    int allowed = 0;
    for (int i = 0; i < 120; i++) {
      allowed += servers.get(i % 2).count(BASIC, Kind.WRITE).allowed() ? 1 : 0;
      clock.advance(Duration.ofMillis(8));
    }
    assertThat(allowed).isEqualTo(100);
  }

  @Test
  void readsAndWrites_areCountedApart() {
    RateLimiter server = servers.get(0);
    for (int i = 0; i < 100; i++) {
      server.count(BASIC, Kind.WRITE);
    }
    assertThat(server.count(BASIC, Kind.WRITE).allowed()).isFalse();
    assertThat(server.count(BASIC, Kind.READ).remaining()).isEqualTo(99);
  }

  @Test
  void tiers_haveTheirOwnLimits_andAnUnknownOneTheDefault() {
    RateLimiter server = servers.get(0);
    assertThat(server.count(new RateLimitClient("a", "premium"), Kind.READ).remaining())
        .isEqualTo(999);
    assertThat(server.count(new RateLimitClient("b", "gold"), Kind.READ).remaining()).isEqualTo(99);
    assertThat(server.count(new RateLimitClient("c", null), Kind.READ).remaining()).isEqualTo(99);
  }

  @Test
  void decision_tellsWhatIsLeftAndWhenItEnds() {
    RateLimiter server = servers.get(0);
    assertThat(server.count(BASIC, Kind.READ))
        .isEqualTo(new Decision(new Quota(Kind.READ, 100, WINDOW), true, 99, 60));
    clock.advance(Duration.ofMillis(30_500));
    assertThat(server.count(BASIC, Kind.READ))
        .isEqualTo(new Decision(new Quota(Kind.READ, 100, WINDOW), true, 98, 30));
  }

  @Test
  void request_costsOneCommand_andARefusedOneNone() {
    RateLimiter server = servers.get(0);
    for (int i = 0; i < 100; i++) {
      server.count(BASIC, Kind.WRITE);
    }
    assertThat(shared.commands()).isEqualTo(100);

    for (int i = 0; i < 1000; i++) {
      assertThat(server.count(BASIC, Kind.WRITE).allowed()).isFalse();
    }
    assertThat(shared.commands()).isEqualTo(100);
  }

  @Test
  void lostState_isPutBack() {
    RateLimiter server = servers.get(0);
    for (int i = 0; i < 60; i++) {
      server.count(BASIC, Kind.WRITE);
    }
    shared.flush();

    assertThat(server.count(BASIC, Kind.WRITE).remaining()).isEqualTo(39);
    assertThat(servers.get(1).count(BASIC, Kind.WRITE).remaining()).isEqualTo(38);
  }

  @Test
  void changedLimit_appliesFromTheNextRequestOn() {
    RateLimiter server = servers.get(0);
    server.count(BASIC, Kind.WRITE);
    server.replaceTiers(Map.of("basic", new Tier(7, 5)));

    assertThat(server.count(BASIC, Kind.WRITE).remaining()).isEqualTo(4);
    assertThat(server.count(BASIC, Kind.READ).remaining()).isEqualTo(6);
  }

  /** Clients that send at random, in bursts and with rests, through two servers, for six hours. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyMinute_passesAtMostTwiceTheLimit_andAnyLongTimeOneWindowMore(long seed) {
    Random random = new Random(seed);
    List<Long> passed = new ArrayList<>();
    long end = clock.currentTimeNanos() + Duration.ofHours(6).toNanos();
    while (clock.currentTimeNanos() < end) {
      int burst = random.nextInt(160);
      for (int i = 0; i < burst; i++) {
        if (servers.get(random.nextInt(2)).count(BASIC, Kind.WRITE).allowed()) {
          passed.add(clock.currentTimeNanos());
        }
        clock.advance(Duration.ofMillis(random.nextInt(20)));
      }
      clock.advance(Duration.ofMillis(random.nextInt(40_000)));
    }

    assertThat(passed).hasSizeGreaterThan(10_000);
    for (int windows = 1; windows <= 20; windows++) {
      long span = WINDOW.toNanos() * windows;
      int most = 100 * (windows + 1);
      for (int i = 0; i + most < passed.size(); i++) {
        assertThat(passed.get(i + most) - passed.get(i))
            .as("%s requests from %s on", most + 1, i)
            .isGreaterThanOrEqualTo(span);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void client_thatObeysRetryAfter_isNeverRefusedTwice(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      clock.advance(Duration.ofMillis(random.nextInt(300)));
      Decision decision = servers.get(random.nextInt(2)).count(BASIC, Kind.WRITE);
      if (!decision.allowed()) {
        clock.advance(Duration.ofSeconds(decision.retryAfterSeconds()));
        assertThat(servers.get(random.nextInt(2)).count(BASIC, Kind.WRITE).allowed()).isTrue();
      }
    }
  }

  @Test
  void budgets_areForgottenBeforeTheyFillTheMemory() {
    RateLimiter server = servers.get(0);
    for (int i = 0; i < 10_000; i++) {
      server.count(new RateLimitClient("mer_" + i, null), Kind.READ);
    }
    // forgotten here, still known where all servers look
    assertThat(server.count(new RateLimitClient("mer_0", null), Kind.READ).remaining())
        .isEqualTo(98);
  }
}
