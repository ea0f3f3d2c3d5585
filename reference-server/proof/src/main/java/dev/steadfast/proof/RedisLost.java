package dev.steadfast.proof;

import dev.steadfast.local.RedisProcess;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Outcome;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Redis is a help, not a need: it is taken away in every way while customers pay. */
public final class RedisLost implements Program {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration LIMITS_BACK = Duration.ofSeconds(2);
  private static final int BURST = 120;
  private static final String TOO_BUSY = "the machine is too busy to tell";
  private static final Set<String> ALLOWED = Set.of("100", TOO_BUSY);

  @Override
  public String name() {
    return "redis-lost";
  }

  @Override
  public String shows() {
    return "Redis killed, hung, restarted and flushed costs no payment and makes none twice.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    Duration each = scale.of(Duration.ofSeconds(3), Duration.ofSeconds(20));
    List<Merchant> merchants = stage.merchants(60, "premium");
    String prefix = "redis-" + seed + '-' + System.nanoTime() + '-';
    // one attempt: whoever needs a retry has noticed; on a busy machine 503 is not about Redis
    Patience patience = scale.of(Patience.AS_SPECIFIED, Patience.NONE);
    Plan plan =
        Plan.of(stage.targets(), scale.of(40, 100), LONGEST).patience(patience).clients(192);
    RedisProcess redis = stage.redis();
    Phases phases = new Phases();
    List<String> shared = new ArrayList<>();
    Journal journal;
    stage.warm(scale.of(Duration.ofSeconds(1), Duration.ofSeconds(20)));
    try (Load load = Load.start(plan, i -> Traffic.mixed(merchants, prefix, i))) {
      phases.begin("normal");
      Thread.sleep(each.toMillis());
      phases.begin("killed");
      redis.kill9();
      Thread.sleep(each.toMillis());
      phases.begin("started again");
      redis.restart();
      shared.add(passed(stage, scale, each));
      phases.begin("hung");
      redis.hang();
      Thread.sleep(each.toMillis());
      phases.begin("goes on");
      redis.resume();
      shared.add(passed(stage, scale, each));
      phases.begin("flushed, ten times");
      for (int i = 0; i < 10; i++) {
        redis.flush();
        Thread.sleep(each.toMillis() / 10);
      }
      phases.begin("restarted");
      redis.restart();
      shared.add(passed(stage, scale, each));
      load.stop();
      journal = load.await();
    } finally {
      redis.resume();
      stage.restore();
    }
    page.heading("Payments and lists in turn, " + plan.perSecond() + " a second");
    page.table(phases.table(journal));
    verdict(stage, scale, prefix, journal, shared, page);
  }

  private static void verdict(
      Stage stage, Scale scale, String prefix, Journal journal, List<String> shared, Page page)
      throws SQLException {
    int failed = journal.failures().size();
    page.must(
        scale.of("no request failed", "no request failed, none was repeated"),
        failed + " failed",
        failed == 0);
    Duration slow = journal.latency().percentile(99);
    Duration bound = scale.of(Duration.ofSeconds(5), Duration.ofSeconds(1));
    page.must(
        "99 of 100 answers within " + bound.toSeconds() + " s",
        slow.toMillis() + " ms",
        slow.compareTo(bound) < 0);
    page.must(
        LIMITS_BACK.toSeconds()
            + " s after each return of Redis, of "
            + BURST
            + " requests through both servers exactly 100 pass",
        shared,
        shared.stream().allMatch(ALLOWED::contains));
    Journal payments = journal.only(one -> one.key().startsWith(prefix));
    Audit.of(stage.postgres(), prefix, payments).musts(page);
    page.musts();
  }

  /* Both servers share one budget, or each would let a hundred pass. */
  private static String passed(Stage stage, Scale scale, Duration phase)
      throws IOException, SQLException, InterruptedException {
    Thread.sleep(LIMITS_BACK.toMillis());
    SharedBudget.Shared shared = SharedBudget.burst(stage, BURST, Traffic::list);
    Thread.sleep(Math.max(0, phase.minus(LIMITS_BACK).toMillis()));
    int passed = shared.journal().only(Outcome::succeeded).size();
    return scale == Scale.QUICK && !shared.counts() ? TOO_BUSY : String.valueOf(passed);
  }
}
