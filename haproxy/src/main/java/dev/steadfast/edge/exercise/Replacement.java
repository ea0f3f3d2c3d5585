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

/** Something that is replaced many times while customers pay, and nobody notices. */
final class Replacement implements Exercise {

  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration EMPTY = Duration.ofSeconds(30);

  private interface Step {
    void once(EdgeStage stage, int number) throws IOException, InterruptedException, EdgeException;
  }

  private final String id;
  private final String shows;
  private final String what;
  private final int quickly;
  private final Step step;

  private Replacement(String id, String shows, String what, int quickly, Step step) {
    this.id = id;
    this.shows = shows;
    this.what = what;
    this.quickly = quickly;
    this.step = step;
  }

  /** Servers one after the other: drained, stopped, started, ready. */
  static Replacement ofServers() {
    return new Replacement(
        "deploy",
        "Servers are replaced one after the other, and no customer sees an error.",
        "drain, stop, start, ready; and SIGTERM without draining, every other time",
        2,
        Replacement::deploy);
  }

  /** HAProxy itself, by a reload. */
  static Replacement ofEdge() {
    return new Replacement(
        "reload",
        "HAProxy reads its configuration again, and no customer sees an error.",
        "reload (SIGUSR2)",
        4,
        Replacement::reload);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String shows() {
    return shows;
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException {
    int times = scale.of(quickly, 20);
    page.heading(times + " × " + what + ", under load; clients never retry");
    List<Merchant> merchants = stage.stage().merchants(50, "premium");
    String prefix = id + '-' + seed + '-' + System.nanoTime() + '-';
    Plan plan =
        Plan.of(stage.door(), scale.of(40, 200), LONGEST).clients(256).patience(Patience.NONE);
    Times took = new Times();
    Journal journal;
    try (Load load = Load.start(plan, i -> Traffic.mixed(merchants, prefix, i))) {
      Thread.sleep(scale.of(1000, 5000));
      for (int i = 0; i < times; i++) {
        long begun = System.nanoTime();
        step.once(stage, i);
        took.add(Duration.ofNanos(System.nanoTime() - begun));
        Thread.sleep(500);
      }
      load.stop();
      journal = load.await();
    } finally {
      stage.restore();
    }
    Customers.show(page, journal);
    page.line("");
    page.line("Each took " + took.words() + ".");
    Customers.sawNoError(page, "no client", journal);
    Customers.audit(page, stage, prefix, journal);
  }

  private static void deploy(EdgeStage stage, int number)
      throws IOException, InterruptedException, EdgeException {
    ServerProcess server = stage.stage().servers().get(number % 2);
    boolean isDrained = number % 4 < 2;
    if (isDrained) {
      stage.edge().drain(server.name());
      long end = System.nanoTime() + EMPTY.toNanos();
      while (stage.edge().server(server.name()).inside() > 0 && System.nanoTime() < end) {
        Thread.sleep(10);
      }
    }
    server.restart();
    if (isDrained) {
      server.awaitReady(Duration.ofMinutes(2));
      stage.edge().ready(server.name());
    }
    stage.awaitBack(server);
  }

  private static void reload(EdgeStage stage, int number)
      throws InterruptedException, EdgeException {
    long before = stage.edge().info().pid();
    stage.process().reload();
    long end = System.nanoTime() + EMPTY.toNanos();
    for (long now = stage.pid(); now == before || now == 0; now = stage.pid()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("reload " + number + " did not take place");
      }
      Thread.sleep(10);
    }
    stage.awaitUp("s1");
    stage.awaitUp("s2");
  }
}
