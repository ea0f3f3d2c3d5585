package dev.steadfast.edge.exercise;

import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Outcome;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** F4: one merchant asks for more than its tier allows, beside others who do not. */
final class LimitExceeded implements Exercise {

  private static final int BASIC = 100;
  private static final int BURST = 120;

  @Override
  public String id() {
    return "F4";
  }

  @Override
  public String shows() {
    return "A merchant over its limit is told when to come back, and nobody else notices.";
  }

  @Override
  public void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    page.heading("A basic merchant sends " + BURST + " payments in a second");
    Merchant greedy = stage.stage().merchant("basic");
    List<Merchant> others = stage.stage().merchants(20, "premium");
    String prefix = "f4-" + System.nanoTime() + '-';
    Duration duration = scale.of(Duration.ofSeconds(4), Duration.ofSeconds(30));
    Plan usual = Plan.of(stage.door(), scale.of(30, 100), duration).patience(Patience.NONE);
    Journal before = Load.run(usual, i -> Traffic.mixed(others, prefix + "before-", i));
    Journal burst;
    Journal during;
    try (Load load = Load.start(usual, i -> Traffic.mixed(others, prefix + "during-", i))) {
      Plan all = Plan.of(stage.door(), BURST, Duration.ofSeconds(1)).patience(Patience.NONE);
      burst = Load.run(all, i -> Traffic.payment(greedy, prefix + "burst-" + i));
      during = load.await();
    }
    List<List<String>> rows = Traffic.titles();
    rows.add(Traffic.row("the burst", burst));
    rows.add(Traffic.row("others, before", before));
    rows.add(Traffic.row("others, during", during));
    page.table(rows);
    List<Answer> refusals =
        burst.outcomes().stream()
            .filter(one -> one.status() == 429)
            .map(Outcome::answer)
            .filter(Objects::nonNull)
            .toList();
    long passed = burst.only(Outcome::succeeded).size();
    page.must("exactly " + BASIC + " pass", passed + " passed", passed == BASIC);
    page.must(
        "every refusal names its problem, the limit and when to come back",
        refusals.size() + " refusals",
        refusals.size() == BURST - BASIC && refusals.stream().allMatch(LimitExceeded::isComplete));
    page.must(
        "nobody else saw an error",
        during.failures().size() + " did",
        during.failures().size() == 0);
    if (scale == Scale.LONG) {
      int wait =
          refusals.stream()
              .map(Answer::retryAfter)
              .flatMap(Optional::stream)
              .max(Integer::compare)
              .orElse(0);
      Thread.sleep(wait * 1000L);
      Journal again =
          Load.run(
              Plan.of(stage.door(), 20, Duration.ofSeconds(1)).patience(Patience.NONE),
              i -> Traffic.payment(greedy, prefix + "again-" + i));
      page.must(
          "who waits for Retry-After (" + wait + " s) is not refused again",
          Traffic.words(again.statuses()),
          again.failures().size() == 0);
    }
    page.musts();
  }

  private static boolean isComplete(Answer answer) {
    return answer.retryAfter().isPresent()
        && answer.headers().first("RateLimit").isPresent()
        && answer.headers().first("RateLimit-Policy").isPresent()
        && answer.headers().first("X-RateLimit-Remaining").filter("0"::equals).isPresent()
        && answer.body().contains("quota-exceeded");
  }
}
