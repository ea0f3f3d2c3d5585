package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Audit;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * F6: a server that says it is healthy and cannot take a payment, since its way to the database is
 * dead. A check that only asks whether the process lives believes it.
 */
final class LyingCheck implements Exercise {

  private static final String LIAR = "s3";

  private static final Map<String, String> NAIVE =
      Map.of("EDGE_CHECK_PATH", "/health/live", "EDGE_OBSERVE", "none");

  @Override
  public String id() {
    return "F6";
  }

  @Override
  public String shows() {
    return "A server that lives and cannot take payments is taken out; a naive check keeps it in.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    page.heading(LIAR + " loses its way to PostgreSQL; its process and its port are well");
    List<Merchant> merchants = stage.stage().merchants(50, "premium");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Page.row("check", "taken out after", "requests", "failed", "p50 ms", "p99 ms", "answers"));
    URI database = URI.create(stage.stage().postgres().jdbcUrl().substring("jdbc:".length()));
    try (Pipe pipe = Pipe.to(database.getPort())) {
      String url =
          stage.stage().postgres().jdbcUrl().replace(":" + database.getPort(), ":" + pipe.port());
      ServerProcess liar = stage.stage().server(LIAR, Map.of("DATABASE_URL", url));
      try {
        liar.awaitReady(Duration.ofMinutes(2));
        Measured naive = measure(stage, pipe, liar, "naive", NAIVE, merchants, scale);
        liar.awaitReady(Duration.ofMinutes(2));
        Measured ours = measure(stage, pipe, liar, "ours", Map.of(), merchants, scale);
        rows.add(naive.row());
        rows.add(ours.row());
        page.table(rows);
        page.must(
            "the naive check keeps the server in",
            naive.words(),
            naive.out().isEmpty() && naive.journal().failures().size() > 0);
        Duration bound = scale.of(Duration.ofSeconds(5), Duration.ofSeconds(2));
        page.must(
            "ours takes it out in under " + Times.millis(bound) + " ms",
            ours.words(),
            ours.out().filter(time -> time.compareTo(bound) < 0).isPresent());
        page.must(
            "fewer customers see an error",
            ours.journal().failures().size() + " instead of " + naive.journal().failures().size(),
            ours.journal().failures().size() < naive.journal().failures().size());
        Audit audit =
            Audit.of(stage.stage().postgres(), ours.prefix(), Customers.paymentsOf(ours.journal()));
        page.must("no key has two payments", audit.twice().size(), audit.twice().isEmpty());
        page.must("every 201 is in the database", audit.lost().size(), audit.lost().isEmpty());
      } finally {
        liar.kill9();
        liar.close();
      }
    }
    page.musts();
  }

  private record Measured(String name, String prefix, Optional<Duration> out, Journal journal) {

    String words() {
      return out.map(time -> Times.millis(time) + " ms").orElse("never");
    }

    List<String> row() {
      return Page.row(
          name,
          words(),
          journal.size(),
          journal.failures().size(),
          journal.latency().millis(50),
          journal.latency().millis(99),
          Traffic.words(journal.statuses()));
    }
  }

  private static Measured measure(
      EdgeStage stage,
      Pipe pipe,
      ServerProcess liar,
      String name,
      Map<String, String> check,
      List<Merchant> merchants,
      Scale scale)
      throws IOException, InterruptedException, EdgeException {
    Map<String, String> settings = new TreeMap<>(check);
    settings.put("SERVER3", "127.0.0.1:" + liar.port());
    String prefix = "f6-" + name + '-' + System.nanoTime() + '-';
    try (EdgeStage edge = stage.beside("f6-" + name, settings)) {
      edge.awaitUp(LIAR);
      Plan plan =
          Plan.of(edge.door(), scale.of(20, 50), Duration.ofMinutes(5))
              .clients(512)
              .patience(Patience.NONE);
      try (Load load = Load.start(plan, i -> Traffic.mixed(merchants, prefix, i));
          Watch watch = Watch.start(edge, LIAR)) {
        Thread.sleep(1000);
        long frozen = System.nanoTime();
        pipe.freeze();
        Optional<Duration> out =
            watch.downAfter(frozen, scale.of(Duration.ofSeconds(8), Duration.ofSeconds(20)));
        Thread.sleep(2000);
        load.stop();
        return new Measured(name, prefix, out, load.await());
      } finally {
        pipe.thaw();
      }
    }
  }
}
