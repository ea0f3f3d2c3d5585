package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Clients that mean harm, or were written badly, beside customers who pay. */
final class Abuse implements Exercise {

  private static final String FORGED = "203.0.113.77";

  @Override
  public String id() {
    return "abuse";
  }

  @Override
  public String shows() {
    return "What hostile clients do stays at the edge, and customers do not notice.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    // with the limits as they are shipped, since they are what is rehearsed
    Map<String, String> shipped =
        Map.of("EDGE_IP_REQUESTS", "2000", "EDGE_IP_ERRORS", "300", "EDGE_IP_CONNECTIONS", "200");
    try (EdgeStage edge = stage.beside("abuse", shipped)) {
      edge.awaitUp("s1");
      edge.awaitUp("s2");
      single(edge, page);
      crowd(edge, scale, page);
    }
    page.musts();
  }

  /** One message of each kind, with the answer that it deserves. */
  private static void single(EdgeStage edge, Page page)
      throws IOException, InterruptedException, SQLException {
    page.heading("One message of each kind");
    Merchant merchant = edge.stage().merchant("basic");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("message", "answer"));
    List<String> wrong = new ArrayList<>();
    for (Attack attack : Attack.ALL) {
      Hostile client = new Hostile(edge.door().get(0), "127.0.0.9");
      String answer = client.send(attack.bytes(merchant.token()));
      rows.add(Page.row(attack.what(), answer));
      if (!attack.deserves().contains(answer)) {
        wrong.add(attack.what() + ": " + answer);
      }
    }
    page.table(rows);
    page.must(
        "each has the answer it deserves",
        wrong.isEmpty() ? "all " + Attack.ALL.size() : wrong,
        wrong.isEmpty());
    Thread.sleep(500); // the last lines of the servers' logs
    List<String> seen = new ArrayList<>();
    for (ServerProcess server : edge.stage().servers()) {
      String log = Files.readString(server.log());
      for (Attack attack : Attack.ALL) {
        if (attack.isRefused() && log.contains(attack.requestId())) {
          seen.add(server.name() + " saw " + attack.what());
        }
      }
      if (log.contains(FORGED)) {
        seen.add(server.name() + " believed a forged address");
      }
    }
    page.must("the servers see none of it", seen.isEmpty() ? "nothing" : seen, seen.isEmpty());
  }

  /** Customers before and during a crowd of slow and idle clients. */
  private static void crowd(EdgeStage edge, Scale scale, Page page)
      throws IOException, InterruptedException, SQLException {
    int idle = scale.of(500, 5000);
    int slow = scale.of(50, 400);
    page.heading(
        idle + " idle connections, " + slow + " clients that send a byte a second, and customers");
    List<Merchant> merchants = edge.stage().merchants(50, "premium");
    Plan plan =
        Plan.of(
                edge.door(),
                scale.of(40, 100),
                scale.of(Duration.ofSeconds(4), Duration.ofSeconds(30)))
            .patience(Patience.NONE);
    String prefix = "abuse-" + System.nanoTime() + '-';
    Load.run(plan, i -> Traffic.mixed(merchants, prefix + "warm-", i));
    Journal before = Load.run(plan, i -> Traffic.mixed(merchants, prefix + "before-", i));
    Journal during;
    int opened;
    try (Crowd crowd = Crowd.of(edge.door().get(0))) {
      opened = crowd.idle(idle);
      crowd.slow(slow, Attack.SLOW_HEADERS, Attack.SLOW_BODY);
      during = Load.run(plan, i -> Traffic.mixed(merchants, prefix + "during-", i));
    }
    List<List<String>> rows = Traffic.titles();
    rows.add(Traffic.row("before", before));
    rows.add(Traffic.row("during", during));
    page.table(rows);
    page.must("the connections were opened", opened, opened >= idle * 9 / 10);
    page.must(
        "no customer saw an error",
        during.failures().size() + " did",
        during.failures().size() == 0);
    long normal = before.latency().percentile(99).toNanos();
    long attacked = during.latency().percentile(99).toNanos();
    page.must(
        "customers keep their p99 within " + scale.of(10, 2) + " times the normal one",
        during.latency().millis(99) + " ms, normal " + before.latency().millis(99) + " ms",
        attacked <= scale.of(10, 2) * normal);
    List<String> seen = new ArrayList<>();
    for (ServerProcess server : edge.stage().servers()) {
      Path log = server.log();
      if (Files.readString(log).contains(Attack.SLOW_ID)) {
        seen.add(server.name());
      }
    }
    page.must("no slow request reached a server", seen.isEmpty() ? "none" : seen, seen.isEmpty());
  }
}
