package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Latency;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** F3: one server takes half a second for everything, and its health check is fast. */
final class SlowServer implements Exercise {

  private static final Duration SLOW = Duration.ofMillis(500);
  private static final String OTHER = "s2";

  @Override
  public String id() {
    return "F3";
  }

  @Override
  public String shows() {
    return "A slow server slows down only what goes to it, and that is little.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    page.heading("s1 answers " + SLOW.toMillis() + " ms late; the same load, two algorithms");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Page.row(
            "s1",
            "balance",
            "requests",
            "failed",
            "mean ms",
            "p50 ms",
            "p99 ms",
            "to s1",
            "p99 ms of s2"));
    List<Merchant> merchants = stage.stage().merchants(50, "premium");
    ServerProcess first = stage.stage().servers().get(0);
    try (Pipe pipe = Pipe.to(first.port())) {
      measure(stage, pipe, "warm-up", "leastconn", merchants, scale);
      Measured normal = measure(stage, pipe, "as usual", "leastconn", merchants, scale);
      pipe.slow(SLOW);
      Measured round = measure(stage, pipe, "slow", "roundrobin", merchants, scale);
      Measured least = measure(stage, pipe, "slow", "leastconn", merchants, scale);
      for (Measured one : List.of(normal, round, least)) {
        rows.add(one.row());
      }
      page.table(rows);
      page.must(
          "the p99 of what goes to the others is at most "
              + scale.of(5.0, 1.2)
              + " times the usual",
          least.others().millis(99) + " ms, as usual " + normal.others().millis(99) + " ms",
          least.others().percentile(99).toMillis()
              <= normal.others().percentile(99).toMillis() * scale.of(5.0, 1.2) + 1);
      page.must(
          "least connections sends less to the slow server than round robin",
          least.toFirst() + " against " + round.toFirst() + " requests",
          least.toFirst() < round.toFirst());
      page.must(
          "nobody saw an error",
          normal.failed() + round.failed() + least.failed() + " did",
          normal.failed() + round.failed() + least.failed() == 0);
    }
    page.musts();
  }

  private record Measured(
      String state, String balance, Journal journal, long toFirst, Latency others) {

    int failed() {
      return journal.failures().size();
    }

    List<String> row() {
      return Page.row(
          state,
          balance,
          journal.size(),
          failed(),
          Averages.meanMillis(journal),
          journal.latency().millis(50),
          journal.latency().millis(99),
          toFirst,
          others.millis(99));
    }
  }

  private static Measured measure(
      EdgeStage stage,
      Pipe pipe,
      String state,
      String balance,
      List<Merchant> merchants,
      Scale scale)
      throws IOException, InterruptedException, EdgeException {
    String name = "f3-" + state.replace(' ', '-') + '-' + balance;
    String prefix = name + '-' + System.nanoTime() + '-';
    Map<String, String> settings =
        Map.of("SERVER1", "127.0.0.1:" + pipe.port(), "EDGE_BALANCE", balance);
    try (EdgeStage edge = stage.beside(name, settings)) {
      edge.awaitUp("s1");
      edge.awaitUp(OTHER);
      Plan plan =
          Plan.of(
                  edge.door(),
                  scale.of(40, 150),
                  scale.of(Duration.ofSeconds(3), Duration.ofSeconds(30)))
              .clients(256)
              .patience(Patience.NONE);
      Journal journal = Load.run(plan, i -> Traffic.mixed(merchants, prefix, i));
      long toFirst = edge.edge().server("s1").requests();
      List<EdgeLog.Line> lines = EdgeLog.read(edge.process().log());
      return new Measured(
          state,
          balance,
          journal,
          toFirst,
          EdgeLog.byServer(lines).getOrDefault(OTHER, Latency.of(LongStream.empty())));
    }
  }
}
