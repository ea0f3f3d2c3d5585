package dev.steadfast.proof;

import dev.steadfast.proof.contract.AnswerCheck;
import dev.steadfast.proof.contract.Api;
import dev.steadfast.proof.contract.Operation;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Attempt;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Outcome;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * PostgreSQL is killed and comes back: honest answers meanwhile, and nothing that was said is lost.
 */
public final class PostgresLost implements Program {

  private static final Duration LONGEST = Duration.ofMinutes(20);

  @Override
  public String name() {
    return "postgres-lost";
  }

  @Override
  public String shows() {
    return "PostgreSQL killed and restarted: 503 with Retry-After meanwhile, nothing acknowledged is lost.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    int rounds = scale.of(1, 5);
    Duration away = scale.of(Duration.ofSeconds(4), Duration.ofSeconds(10));
    List<Merchant> merchants = stage.merchants(60, "premium");
    String prefix = "postgres-" + seed + '-' + System.nanoTime() + '-';
    Plan plan = Plan.of(stage.targets(), scale.of(40, 100), LONGEST).clients(256);
    Phases phases = new Phases();
    List<Long> returns = new ArrayList<>();
    Journal journal;
    stage.warm(scale.of(Duration.ofSeconds(1), Duration.ofSeconds(20)));
    try (Load load = Load.start(plan, i -> Traffic.payment(merchants, prefix, i))) {
      phases.begin("normal");
      Thread.sleep(2000);
      for (int i = 1; i <= rounds; i++) {
        phases.begin("killed, " + i);
        stage.postgres().kill9();
        Thread.sleep(away.toMillis());
        stage.postgres().restart();
        returns.add(System.nanoTime());
        phases.begin("back, " + i);
        Thread.sleep(Math.max(5000, away.toMillis()));
      }
      load.stop();
      journal = load.await();
    } finally {
      stage.restore();
    }
    page.heading("Payments, " + plan.perSecond() + " a second; clients retry");
    page.table(phases.table(journal));
    verdict(stage, scale, journal, returns, page);
    Audit.of(stage.postgres(), prefix, journal).musts(page);
    page.musts();
  }

  private static void verdict(
      Stage stage, Scale scale, Journal journal, List<Long> returns, Page page) {
    List<Attempt> attempts =
        journal.outcomes().stream().flatMap(one -> one.attempts().stream()).toList();
    List<Answer> refusals =
        attempts.stream().map(Attempt::refusal).filter(Objects::nonNull).toList();
    Api api = stage.api(Dialect.V2);
    AnswerCheck check = new AnswerCheck(api);
    Operation create = api.operation("createPayment");
    long odd = refusals.stream().filter(one -> one.status() != 503 && one.status() != 409).count();
    page.must(
        "every refusal is 503, or 409 while the first request is still running",
        odd + " of " + refusals.size() + " are not",
        odd == 0);
    page.must("the outage was noticed", refusals.size() + " refusals", !refusals.isEmpty());
    List<String> faults =
        refusals.stream().flatMap(one -> check.faults(create, one).stream()).distinct().toList();
    page.must(
        "every refusal is as the specification declares it, with Retry-After",
        faults,
        faults.isEmpty());
    long lost = attempts.stream().filter(attempt -> attempt.status() == 0).count();
    page.must("no connection was lost and none timed out", lost + " lost", lost == 0);
    long slowest =
        returns.stream().mapToLong(moment -> firstSuccess(journal, moment)).max().orElse(0);
    page.must(
        "it recovers by itself",
        "first payment " + slowest / 1_000_000 + " ms after PostgreSQL answered",
        slowest < scale.of(Duration.ofSeconds(15), Duration.ofSeconds(5)).toNanos());
  }

  private static long firstSuccess(Journal journal, long moment) {
    return journal.outcomes().stream()
        .filter(Outcome::succeeded)
        .mapToLong(outcome -> outcome.ended() - moment)
        .filter(nanos -> nanos >= 0)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
