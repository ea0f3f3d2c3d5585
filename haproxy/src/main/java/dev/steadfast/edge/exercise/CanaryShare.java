package dev.steadfast.edge.exercise;

import dev.steadfast.edge.Edge;
import dev.steadfast.edge.EdgeException;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** T5: a new version gets 10 %, then 50 %, then all, and is rolled back. */
final class CanaryShare implements Exercise {

  private static final String CANARY = "s2";
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** Points that the share may be off; chance alone is off by 1.5 in 10,000 requests at most. */
  private static final double POINTS = 2;

  @Override
  public String id() {
    return "T5";
  }

  @Override
  public String shows() {
    return "A canary gets the share it is given, and nothing after a rollback.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    int requests = scale.of(300, 10_000);
    int perSecond = scale.of(40, 500);
    List<Merchant> merchants = stage.stage().merchants(2 + requests / 200, "premium");
    Plan plan =
        Plan.of(stage.door(), perSecond, Duration.ofMillis(1000L * requests / perSecond))
            .patience(Patience.NONE);
    page.heading(requests + " requests at each share; the canary is " + CANARY);
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("share", "requests", "to the canary", "errors", "p50 ms", "p99 ms"));
    Edge edge = stage.edge();
    try {
      for (int percent : List.of(10, 50, 100)) {
        edge.canary(CANARY, percent);
        long before = edge.server(CANARY).requests();
        Journal journal =
            Load.run(plan, i -> Traffic.list(merchants.get((int) (i % merchants.size())), i));
        double share = 100.0 * (edge.server(CANARY).requests() - before) / journal.size();
        rows.add(
            Page.row(
                percent + " %",
                journal.size(),
                String.format(Locale.ROOT, "%.1f %%", share),
                journal.failures().size(),
                journal.latency().millis(50),
                journal.latency().millis(99)));
        page.must(
            "the share of " + percent + " % is within " + scale.of(8.0, POINTS) + " points",
            String.format(Locale.ROOT, "%.1f %%", share),
            Math.abs(share - percent) <= scale.of(8.0, POINTS));
        page.must(
            "nobody saw an error at " + percent + " %",
            journal.failures().size() + " did",
            journal.failures().size() == 0);
      }
      page.table(rows);
      rollback(stage, merchants, scale, page);
    } finally {
      edge.ready(CANARY);
    }
    page.musts();
  }

  /** Rolls back under load; the last request that the canary gets tells when it took effect. */
  private static void rollback(EdgeStage stage, List<Merchant> merchants, Scale scale, Page page)
      throws IOException, InterruptedException, EdgeException {
    Edge edge = stage.edge();
    edge.canary(CANARY, 50);
    Plan plan = Plan.of(stage.door(), scale.of(50, 200), LONGEST).patience(Patience.NONE);
    try (Load load =
        Load.start(plan, i -> Traffic.list(merchants.get((int) (i % merchants.size())), i))) {
      Thread.sleep(1000);
      long asked = System.nanoTime();
      edge.canary(CANARY, 0);
      long last = asked;
      long seen = edge.server(CANARY).requests();
      while (System.nanoTime() - asked < 2_000_000_000L) {
        long now = edge.server(CANARY).requests();
        if (now != seen) {
          seen = now;
          last = System.nanoTime();
        }
        Thread.sleep(5);
      }
      load.stop();
      Journal journal = load.await();
      Duration took = Duration.ofNanos(last - asked);
      page.must(
          "a rollback takes effect in under 1 s",
          Times.millis(took) + " ms until the canary's last request",
          took.compareTo(Duration.ofSeconds(1)) < 0);
      page.must(
          "nobody saw an error at the rollback",
          journal.failures().size() + " did",
          journal.failures().size() == 0);
    }
  }
}
