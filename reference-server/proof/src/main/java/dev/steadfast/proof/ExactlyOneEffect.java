package dev.steadfast.proof;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Burst;
import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Outcome;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One key is one payment: asked for by many at once, and while servers are killed. */
public final class ExactlyOneEffect implements Program {

  private static final int TOGETHER = 200;
  private static final Duration LONGEST = Duration.ofMinutes(40);

  @Override
  public String name() {
    return "exactly-one-effect";
  }

  @Override
  public String shows() {
    return "One Idempotency-Key is one payment, with 200 requests at once and with servers killed.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    together(stage, scale.of(2, 20), seed, page);
    kills(stage, scale, seed, page);
  }

  private static void together(Stage stage, int rounds, long seed, Page page) throws SQLException {
    page.heading(TOGETHER + " requests with one key at once, through both servers");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("round", "answers", "different bodies of 201", "of them replayed"));
    List<Merchant> merchants = stage.merchants(rounds, "premium");
    List<Outcome> all = new ArrayList<>();
    String prefix = "one-" + seed + '-' + System.nanoTime() + '-';
    boolean same = true;
    for (int round = 0; round < rounds; round++) {
      Intent intent = Traffic.payment(merchants.get(round), prefix + round);
      Journal journal =
          Burst.of(stage.targets(), Patience.NONE, Collections.nCopies(TOGETHER, intent));
      List<Answer> created =
          journal.only(Outcome::succeeded).outcomes().stream()
              .map(Outcome::answer)
              .filter(Objects::nonNull)
              .toList();
      Set<String> bodies = created.stream().map(Answer::body).collect(Collectors.toSet());
      rows.add(
          Page.row(
              round + 1,
              Traffic.words(journal.statuses()),
              bodies.size(),
              created.stream().filter(Answer::replayed).count()));
      same &= bodies.size() == 1 && Set.of(201, 409).containsAll(journal.statuses().keySet());
      all.addAll(journal.outcomes());
    }
    page.table(rows);
    Audit audit = Audit.of(stage.postgres(), prefix, new Journal(0, all));
    page.must("every answer is 201 with the same bytes, or 409", same ? "all" : "not all", same);
    audit.musts(page);
    page.musts();
  }

  private static void kills(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    int kills = scale.of(2, 30);
    int perSecond = scale.of(30, 100);
    page.heading(kills + " × kill -9 under load, the servers in turn");
    Random moments = new Random(seed);
    List<Merchant> merchants = stage.merchants(50, "premium");
    String prefix = "kill-" + seed + '-' + System.nanoTime() + '-';
    // nobody gives up before the last kill is over
    Patience patience = Patience.AS_SPECIFIED.perIntent(Duration.ofMinutes(10));
    Plan plan = Plan.of(stage.targets(), perSecond, LONGEST).clients(256).patience(patience);
    List<Long> downs = new ArrayList<>();
    Journal journal;
    try (Load load = Load.start(plan, i -> Traffic.payment(merchants, prefix, i))) {
      for (int i = 0; i < kills; i++) {
        ServerProcess victim = stage.servers().get(i % 2);
        Thread.sleep(500 + moments.nextInt(1500));
        long down = System.nanoTime();
        victim.kill9();
        victim.restart();
        victim.awaitReady(Duration.ofMinutes(2));
        downs.add(System.nanoTime() - down);
      }
      Thread.sleep(2000);
      load.stop();
      journal = load.await();
    } finally {
      stage.restore();
    }
    List<List<String>> rows = Traffic.titles();
    rows.add(Traffic.row("whole run", journal));
    page.table(rows);
    long repeated = journal.outcomes().stream().filter(one -> one.attempts().size() > 1).count();
    long replayed =
        journal.outcomes().stream()
            .map(Outcome::answer)
            .filter(answer -> answer != null && answer.replayed())
            .count();
    page.line("");
    page.line(
        repeated
            + " clients had to ask again; "
            + replayed
            + " of them were given the stored answer of a request whose first answer was lost.");
    page.must(
        "no payment failed", journal.failures().size() + " failed", journal.failures().size() == 0);
    page.must("the kills took place", downs.size() + " kills", downs.size() == kills);
    Audit.of(stage.postgres(), prefix, journal).musts(page);
    page.musts();
  }
}
