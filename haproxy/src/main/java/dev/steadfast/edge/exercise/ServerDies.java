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
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** F1: a server is killed, or hangs, while customers pay and read. */
final class ServerDies implements Exercise {

  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "F1";
  }

  @Override
  public String shows() {
    return "A server that is killed or hangs costs no customer a payment.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    killed(stage, scale, seed, page);
    killedIdle(stage, scale, page);
    hung(stage, scale, seed, page);
  }

  private static void killed(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    int kills = scale.of(3, 30);
    page.heading(kills + " × kill -9 under load, the servers in turn; clients never retry");
    Random moments = new Random(seed);
    List<Merchant> merchants = stage.stage().merchants(50, "premium");
    String prefix = "f1-kill-" + seed + '-' + System.nanoTime() + '-';
    Plan plan = Plan.of(stage.door(), scale.of(40, 150), LONGEST).patience(Patience.NONE);
    Times gone = new Times();
    Times detection = new Times();
    Times back = new Times();
    Journal journal;
    try (Load load = Load.start(plan.clients(256), i -> Traffic.mixed(merchants, prefix, i))) {
      Thread.sleep(scale.of(2000, 10_000)); // warm connections and code
      for (int i = 0; i < kills; i++) {
        ServerProcess victim = stage.stage().servers().get(i % 2);
        Thread.sleep(500 + moments.nextInt(scale.of(1500, 8000)));
        try (Watch watch = Watch.start(stage, victim.name())) {
          long killed = victim.kill9();
          gone.add(Duration.ofNanos(System.nanoTime() - killed));
          detection.add(watch.downAfter(killed, PATIENCE));
        }
        victim.restart();
        back.add(stage.awaitBack(victim));
      }
      Thread.sleep(2000);
      load.stop();
      journal = load.await();
    } finally {
      stage.restore();
    }
    Customers.show(page, journal);
    page.line("");
    page.line("The process had ended " + gone.words() + " after the signal.");
    Customers.sawNoError(page, "no client", journal);
    detection.must(page, "marked down", scale.of(Duration.ofSeconds(2), Duration.ofMillis(50)));
    back.must(
        page, "back after being ready", scale.of(Duration.ofSeconds(3), Duration.ofSeconds(1)));
    Customers.audit(page, stage, prefix, journal);
  }

  private static void killedIdle(EdgeStage stage, Scale scale, Page page)
      throws IOException, InterruptedException, EdgeException {
    int kills = scale.of(1, 10);
    page.heading(kills + " × kill -9 without any traffic");
    Times detection = new Times();
    for (int i = 0; i < kills; i++) {
      ServerProcess victim = stage.stage().servers().get(i % 2);
      try (Watch watch = Watch.start(stage, victim.name())) {
        long killed = victim.kill9();
        detection.add(watch.downAfter(killed, PATIENCE));
      }
      stage.restore();
    }
    detection.must(page, "marked down", scale.of(Duration.ofSeconds(3), Duration.ofSeconds(1)));
    page.musts();
  }

  private static void hung(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    int hangs = scale.of(1, 10);
    page.heading(hangs + " × a server that hangs (SIGSTOP), under load");
    Random moments = new Random(seed);
    List<Merchant> merchants = stage.stage().merchants(50, "premium");
    String prefix = "f1-hang-" + seed + '-' + System.nanoTime() + '-';
    Plan plan = Plan.of(stage.door(), scale.of(40, 150), LONGEST).clients(400);
    Times detection = new Times();
    long insideMost = 0;
    Journal journal;
    try (Load load = Load.start(plan, i -> Traffic.mixed(merchants, prefix, i))) {
      Thread.sleep(1000);
      for (int i = 0; i < hangs; i++) {
        ServerProcess victim = stage.stage().servers().get(i % 2);
        Thread.sleep(500 + moments.nextInt(1500));
        try (Watch watch = Watch.start(stage, victim.name())) {
          long hung = System.nanoTime();
          victim.hang();
          detection.add(watch.downAfter(hung, PATIENCE));
          insideMost = Math.max(insideMost, stage.edge().server(victim.name()).inside());
          Thread.sleep(12_000); // longer than the edge waits for an answer
        } finally {
          victim.resume();
        }
        stage.awaitBack(victim);
      }
      load.stop();
      journal = load.await();
    } finally {
      stage.restore();
    }
    Customers.show(page, journal);
    page.line("");
    long slow = journal.only(one -> one.nanos() > 2_000_000_000L).size();
    page.line(
        "At most "
            + insideMost
            + " requests were inside a server when it was marked down; "
            + slow
            + " requests took longer than 2 s.");
    detection.must(page, "marked down", scale.of(Duration.ofSeconds(4), Duration.ofMillis(1500)));
    page.must(
        "only what was inside is slow",
        slow + " slow, " + insideMost + " inside, " + hangs + " times",
        slow <= insideMost * hangs);
    page.must(
        "everyone has an answer in the end",
        journal.failures().size() + " have not",
        journal.failures().size() == 0);
    Customers.audit(page, stage, prefix, journal);
  }
}
