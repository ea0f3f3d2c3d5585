package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import dev.steadfast.proof.load.Request;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** T6: the same uneven load, spread by each algorithm: one server takes 500 ms, four take 50 ms. */
final class Algorithms implements Exercise {

  private static final Duration SLOW = Duration.ofMillis(500);
  private static final Duration FAST = Duration.ofMillis(50);
  private static final int SERVERS = 5;

  /**
   * A way to spread requests.
   *
   * @param name for people
   * @param settings of the configuration
   */
  private record Way(String name, Map<String, String> settings) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("round robin", Map.of("EDGE_BALANCE", "roundrobin")),
          new Way(
              "weighted round robin, 10 to 100",
              Map.of("EDGE_BALANCE", "roundrobin", "SERVER1_WEIGHT", "10")),
          new Way("least connections", Map.of("EDGE_BALANCE", "leastconn")),
          new Way("random of two", Map.of("EDGE_BALANCE", "random(2)")),
          new Way("address of the client", Map.of("EDGE_BALANCE", "source")));

  @Override
  public String id() {
    return "T6";
  }

  @Override
  public String shows() {
    return "Each algorithm on the same uneven servers: one of five takes ten times as long.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    page.heading("s1 takes " + SLOW.toMillis() + " ms, s2 to s5 take " + FAST.toMillis() + " ms");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("algorithm", "requests", "to s1", "mean ms", "p50 ms", "p99 ms", "failed"));
    Map<String, Double> toSlow = new TreeMap<>();
    List<TinyBackend> backends = new ArrayList<>();
    try {
      for (int i = 0; i < SERVERS; i++) {
        backends.add(TinyBackend.taking(i == 0 ? SLOW : FAST));
      }
      for (Way way : WAYS) {
        toSlow.put(way.name(), measure(stage, scale, backends, way, rows));
      }
    } finally {
      for (TinyBackend backend : backends) {
        backend.close();
      }
    }
    page.table(rows);
    double round = toSlow.getOrDefault("round robin", 0.0);
    double least = toSlow.getOrDefault("least connections", 1.0);
    page.must("round robin gives each a fifth", percent(round), Math.abs(round - 0.2) < 0.02);
    page.must("least connections gives the slow one less", percent(least), least < round / 2);
    page.musts();
  }

  private static double measure(
      EdgeStage stage, Scale scale, List<TinyBackend> backends, Way way, List<List<String>> rows)
      throws IOException, InterruptedException, EdgeException {
    Map<String, String> settings = new TreeMap<>(way.settings());
    for (int i = 0; i < SERVERS; i++) {
      settings.put("SERVER" + (i + 1), "127.0.0.1:" + backends.get(i).port());
    }
    String name = "t6-" + way.name().replaceAll("[^a-z0-9]+", "-");
    try (EdgeStage edge = stage.beside(name, settings)) {
      for (int i = 0; i < SERVERS; i++) {
        edge.awaitUp("s" + (i + 1));
      }
      List<Long> before = backends.stream().map(TinyBackend::requests).toList();
      Plan plan =
          Plan.of(
                  edge.door(),
                  scale.of(50, 100),
                  scale.of(Duration.ofSeconds(3), Duration.ofSeconds(30)))
              .clients(200)
              .patience(Patience.NONE);
      Journal journal = Load.run(plan, i -> new Intent("t6-" + i, Request.get("/v2/payments")));
      double slow = backends.get(0).requests() - before.get(0);
      rows.add(
          Page.row(
              way.name(),
              journal.size(),
              percent(slow / journal.size()),
              Averages.meanMillis(journal),
              journal.latency().millis(50),
              journal.latency().millis(99),
              journal.failures().size()));
      return slow / journal.size();
    }
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * part);
  }
}
