package dev.steadfast.proof;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Outcome;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.RetryingClient;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A budget is one budget, whoever counts; and a client that listens is not refused twice. */
public final class RateLimits implements Program {

  private static final int BURST = 120;
  private static final int BASIC = 100;
  private static final int PREMIUM = 1000;
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  @Override
  public String name() {
    return "rate-limits";
  }

  @Override
  public String shows() {
    return "A merchant's limit holds exactly over both servers, and Retry-After tells the truth.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    warm(stage);
    page.heading("120 requests at once through both servers, tier basic");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("requests", "within ms", "answers", "Retry-After, s", "void bursts before"));
    for (int i = 0; i < scale.of(1, 5); i++) {
      burst(stage, scale, "reads", (merchant, n) -> Traffic.list(merchant, n), rows, page);
      String prefix = "burst-" + seed + '-' + System.nanoTime() + '-';
      burst(
          stage,
          scale,
          "payments",
          (merchant, n) -> Traffic.payment(merchant, prefix + n),
          rows,
          page);
      burst(stage, scale, "reads of v1 and v2", RateLimits::eitherVersion, rows, page);
    }
    page.table(rows);
    page.musts();
    obedient(stage, scale, page);
    longRun(stage, scale, page);
    page.musts();
  }

  /* A server that has just started takes long for its first requests. */
  private static void warm(Stage stage) throws SQLException {
    List<Merchant> merchants = stage.merchants(20, "premium");
    Plan plan = Plan.of(stage.targets(), 100, Duration.ofSeconds(3)).clients(32);
    Load.run(plan, n -> Traffic.list(merchants.get((int) (n % merchants.size())), n));
  }

  private static Intent eitherVersion(Merchant merchant, long number) {
    String path = number % 4 < 2 ? "/v1/payments?limit=1" : "/v2/payments?limit=1";
    return new Intent("list-" + number, Request.get(path).by(merchant.token()));
  }

  private static void burst(
      Stage stage,
      Scale scale,
      String what,
      SharedBudget.Kind kind,
      List<List<String>> rows,
      Page page)
      throws IOException, InterruptedException, SQLException {
    SharedBudget.Shared shared = SharedBudget.burst(stage, BURST, kind);
    Journal journal = shared.journal();
    long took =
        journal.outcomes().stream().mapToLong(Outcome::ended).max().orElse(0) - journal.started();
    List<Answer> refused =
        journal.failures().outcomes().stream()
            .map(Outcome::answer)
            .filter(Objects::nonNull)
            .toList();
    List<Integer> waits =
        refused.stream().map(one -> one.retryAfter().orElse(0)).distinct().sorted().toList();
    rows.add(
        Page.row(what, took / 1_000_000, Traffic.words(journal.statuses()), waits, shared.voids()));
    int passed = journal.only(Outcome::succeeded).size();
    page.must(
        "of 120 " + what + " exactly 100 pass",
        shared.counts() ? passed : passed + ", but the machine is too busy to tell",
        passed == BASIC || (scale == Scale.QUICK && !shared.counts()));
    page.must(
        "each of the others is 429 with Retry-After",
        Traffic.words(journal.failures().statuses()) + ", Retry-After " + waits,
        refused.stream().allMatch(one -> one.status() == 429 && one.retryAfter().orElse(0) > 0));
  }

  private static boolean isRefusedTwice(Outcome outcome) {
    return outcome.attempts().stream().filter(attempt -> attempt.status() == 429).count() > 1;
  }

  /* Quickly on a server whose minute has five seconds. */
  private static void obedient(Stage stage, Scale scale, Page page)
      throws IOException, InterruptedException, SQLException {
    if (scale == Scale.LONG) {
      obedient(stage, stage.targets(), 230, page);
      return;
    }
    Map<String, String> shorter = Map.of("STEADFAST_RATELIMIT_WINDOW", "5s");
    try (ServerProcess server = stage.server("short", shorter)) {
      server.awaitReady(Duration.ofMinutes(2));
      obedient(stage, List.of(Target.of(server.url())), 230, page);
    }
  }

  private static void obedient(Stage stage, List<Target> servers, int requests, Page page)
      throws SQLException {
    page.heading("One client that waits as it is told, " + requests + " requests on basic");
    Merchant merchant = stage.merchant("basic");
    List<Outcome> outcomes = new ArrayList<>();
    Patience patience = Patience.AS_SPECIFIED.perIntent(Duration.ofMinutes(3));
    try (RetryingClient client = new RetryingClient(servers, patience, 1)) {
      for (int i = 0; i < requests; i++) {
        outcomes.add(client.perform(Traffic.list(merchant, i)));
      }
    }
    Journal journal = new Journal(0, outcomes);
    List<List<String>> rows = Traffic.titles();
    rows.add(Traffic.row("one client", journal));
    page.table(rows);
    long twice = outcomes.stream().filter(RateLimits::isRefusedTwice).count();
    page.must("nobody is refused twice", twice + " requests were", twice == 0);
    page.must(
        "the limit was met",
        journal.attempts().getOrDefault(429, 0L) + " refusals",
        journal.attempts().containsKey(429));
    page.must(
        "every request passes in the end",
        journal.failures().size() + " failed",
        journal.failures().size() == 0);
  }

  /* Twice the rate that the tier allows, from clients that do not listen. */
  private static void longRun(Stage stage, Scale scale, Page page) throws SQLException {
    Duration duration = scale.of(Duration.ofSeconds(10), Duration.ofMinutes(5));
    String tier = scale.of("basic", "premium");
    int limit = scale.of(BASIC, PREMIUM);
    page.heading("Clients that do not listen, " + tier + ", for " + duration.toSeconds() + " s");
    Merchant merchant = stage.merchant(tier);
    Plan plan = new Plan(stage.targets(), Math.max(20, limit / 30), duration, 64, Patience.NONE);
    Journal journal = Load.run(plan, n -> Traffic.list(merchant, n));
    List<List<String>> rows = Traffic.titles();
    rows.add(Traffic.row(tier, journal));
    page.table(rows);
    int most = mostInWindow(journal);
    int passed = journal.only(Outcome::succeeded).size();
    double whole = limit + limit * (duration.toNanos() / (double) WINDOW);
    page.must("no 60 seconds pass more than " + 2 * limit, most, most <= 2 * limit);
    page.must(
        "over the whole run at most the limit a minute and one full bucket pass",
        passed + " of at most " + Math.round(whole),
        passed <= Math.ceil(whole));
  }

  private static int mostInWindow(Journal journal) {
    List<Long> passed =
        journal.only(Outcome::succeeded).outcomes().stream().map(Outcome::ended).sorted().toList();
    int most = 0;
    int from = 0;
    for (int until = 0; until < passed.size(); until++) {
      while (passed.get(until) - passed.get(from) >= WINDOW) {
        from++;
      }
      most = Math.max(most, until - from + 1);
    }
    return most;
  }
}
