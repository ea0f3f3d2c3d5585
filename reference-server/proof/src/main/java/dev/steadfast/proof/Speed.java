package dev.steadfast.proof;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Outcome;
import dev.steadfast.proof.load.Patience;
import dev.steadfast.proof.load.Plan;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What a payment costs the server in CPU, against the sum of its parts measured in the same run.
 */
public final class Speed implements Program {

  private static final int MERCHANTS = 1000;

  /* By its name: it is compiled against libraries that this program runs without. */
  private static final String PARTS = "dev.steadfast.proof.parts.PartsApplication";

  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "STEADFAST_RATELIMIT_TIERS_BASIC_READS", "999999999",
          "STEADFAST_RATELIMIT_TIERS_BASIC_WRITES", "999999999",
          "STEADFAST_RATELIMIT_TIERS_PREMIUM_READS", "999999999",
          "STEADFAST_RATELIMIT_TIERS_PREMIUM_WRITES", "999999999");

  @Override
  public String name() {
    return "speed";
  }

  @Override
  public String shows() {
    return "What creating and reading a payment costs in CPU, against the sum of its parts.";
  }

  /**
   * An endpoint that is measured.
   *
   * @param process whose CPU counts
   */
  private record Endpoint(String name, ServerProcess process, LongFunction<Intent> intents) {}

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    if (scale == Scale.LONG) {
      // the two servers of the stage would take part of the machine
      stage.servers().forEach(ServerProcess::close);
    }
    try (ServerProcess whole = stage.server("whole", NO_LIMITS);
        ServerProcess parts = parts(stage)) {
      whole.awaitReady(Duration.ofMinutes(2));
      parts.awaitReady(Duration.ofMinutes(2));
      List<Merchant> merchants = stage.merchants(MERCHANTS, "premium");
      costs(whole, parts, merchants, scale, page);
      hot(whole, merchants, scale, page);
    } finally {
      stage.restore();
    }
    page.musts();
  }

  private static ServerProcess parts(Stage stage) throws IOException {
    Map<String, String> environment =
        Map.of(
            "SPRING_DATASOURCE_URL",
            stage.postgres().jdbcUrl(),
            "SPRING_DATASOURCE_USERNAME",
            stage.postgres().user(),
            "SPRING_DATASOURCE_PASSWORD",
            stage.postgres().password(),
            "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
            "20",
            "SPRING_FLYWAY_ENABLED",
            "false",
            "SPRING_THREADS_VIRTUAL_ENABLED",
            "true");
    return stage.application("parts", PARTS, environment);
  }

  private static void costs(
      ServerProcess whole, ServerProcess parts, List<Merchant> merchants, Scale scale, Page page)
      throws IOException, InterruptedException {
    List<Endpoint> endpoints = endpoints(whole, parts, merchants);
    Duration warm = scale.of(Duration.ofSeconds(3), Duration.ofSeconds(40));
    Duration round = scale.of(Duration.ofSeconds(1), Duration.ofSeconds(10));
    int perSecond = scale.of(100, 300);
    for (Endpoint endpoint : endpoints) {
      measured(endpoint, perSecond, warm);
    }
    Map<String, List<Double>> rounds = new LinkedHashMap<>();
    for (int i = 0; i < scale.of(3, 7); i++) {
      for (Endpoint endpoint : endpoints) {
        rounds
            .computeIfAbsent(endpoint.name(), name -> new ArrayList<>())
            .add(measured(endpoint, perSecond, round));
      }
    }
    Map<String, Double> micros = new LinkedHashMap<>();
    rounds.forEach((name, values) -> micros.put(name, Median.of(values)));
    page.heading("CPU of the server per request, µs; " + perSecond + " requests a second, medians");
    show(micros, rounds, page);
    ratio(
        "creating",
        micros,
        List.of("bare, create", "token", "limit", "redisson", "sql, create"),
        scale,
        page);
    ratio("reading", micros, List.of("bare, read", "token", "limit", "sql, read"), scale, page);
  }

  private static List<Endpoint> endpoints(
      ServerProcess whole, ServerProcess parts, List<Merchant> merchants) throws IOException {
    Merchant payer = merchants.get(0);
    String payment = created(whole, payer);
    String token = payer.token();
    String sale = Dialect.V2.sale(",\"reference\":\"order-4711\"");
    List<Endpoint> all = new ArrayList<>();
    all.add(part(parts, "bare, read", i -> Request.get("/bare")));
    all.add(part(parts, "bare, create", i -> Request.post("/bare", sale)));
    all.add(part(parts, "token", i -> Request.get("/token").by(token)));
    all.add(part(parts, "limit", i -> Request.get("/limit/" + i % MERCHANTS)));
    all.add(part(parts, "redisson", i -> Request.get("/redisson/" + System.nanoTime() + '-' + i)));
    all.add(part(parts, "sql, create", i -> Request.get("/sql/create/" + of(merchants, i).id())));
    all.add(part(parts, "sql, read", i -> Request.get("/sql/read/" + payer.id() + '/' + payment)));
    String run = "speed-" + System.nanoTime() + '-';
    all.add(
        new Endpoint(
            "whole, create",
            whole,
            i -> Traffic.payment(of(merchants, i), run + System.nanoTime() + '-' + i)));
    all.add(
        new Endpoint(
            "whole, read",
            whole,
            i -> new Intent("read-" + i, Request.get("/v2/payments/" + payment).by(token))));
    return all;
  }

  private static Endpoint part(ServerProcess parts, String name, LongFunction<Request> request) {
    return new Endpoint(name, parts, i -> new Intent(name + i, request.apply(i)));
  }

  private static Merchant of(List<Merchant> merchants, long number) {
    return merchants.get((int) (number % merchants.size()));
  }

  private static String created(ServerProcess server, Merchant merchant) throws IOException {
    try (Connection connection = Connection.open(Target.of(server.url()), Duration.ofSeconds(20))) {
      Answer answer =
          connection.exchange(Traffic.payment(merchant, "first-" + System.nanoTime()).request());
      String location = answer.headers().first("Location").orElseThrow();
      return location.substring(location.lastIndexOf('/') + 1);
    }
  }

  /* Microseconds of CPU per request. */
  private static double measured(Endpoint endpoint, int perSecond, Duration duration)
      throws IOException {
    Plan plan =
        new Plan(
            List.of(Target.of(endpoint.process().url())), perSecond, duration, 32, Patience.NONE);
    long before = Cpu.micros(endpoint.process().pid());
    Journal journal = Load.run(plan, endpoint.intents());
    long after = Cpu.micros(endpoint.process().pid());
    if (journal.failures().size() > 0) {
      throw new IOException(endpoint.name() + ": " + Traffic.words(journal.statuses()));
    }
    return (after - before) / (double) journal.size();
  }

  private static void show(
      Map<String, Double> micros, Map<String, List<Double>> rounds, Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("endpoint", "µs", "without the bare one", "least", "most"));
    double bare = micros.getOrDefault("bare, read", 0.0);
    micros.forEach(
        (name, value) -> {
          List<Double> sorted =
              rounds.getOrDefault(name, List.of(value)).stream().sorted().toList();
          boolean part = !name.startsWith("bare") && !name.startsWith("whole");
          rows.add(
              Page.row(
                  name,
                  Math.round(value),
                  part ? Math.round(value - bare) : "",
                  Math.round(sorted.get(0)),
                  Math.round(sorted.get(sorted.size() - 1))));
        });
    page.table(rows);
  }

  private static void ratio(
      String what, Map<String, Double> micros, List<String> parts, Scale scale, Page page) {
    double bare = micros.getOrDefault("bare, read", 0.0);
    double sum = micros.getOrDefault(parts.get(0), 0.0);
    for (String part : parts.subList(1, parts.size())) {
      sum += micros.getOrDefault(part, 0.0) - bare;
    }
    String key = what.equals("creating") ? "whole, create" : "whole, read";
    double ratio = micros.getOrDefault(key, 0.0) / sum;
    double bound = scale.of(2.0, 1.3); // rounds of a second tell little
    page.must(
        what + " costs at most " + bound + " times the sum of " + String.join("; ", parts),
        String.format(
            Locale.ROOT, "%.2f (%d of %d µs)", ratio, Math.round(ratio * sum), Math.round(sum)),
        ratio <= bound);
  }

  /* As many as 32 clients can do, one merchant against a thousand, in turns. */
  private static void hot(ServerProcess server, List<Merchant> merchants, Scale scale, Page page)
      throws InterruptedException {
    Duration round = scale.of(Duration.ofSeconds(2), Duration.ofSeconds(15));
    List<Double> one = new ArrayList<>();
    List<Double> thousand = new ArrayList<>();
    for (int i = 0; i < scale.of(1, 5); i++) {
      thousand.add(throughput(server, merchants, round));
      one.add(throughput(server, merchants.subList(0, 1), round));
    }
    page.heading("Payments a second, 32 clients without a pause");
    page.table(
        List.of(
            Page.row("merchants", "median", "all rounds"),
            Page.row(
                MERCHANTS,
                Math.round(Median.of(thousand)),
                thousand.stream().map(Math::round).toList()),
            Page.row(1, Math.round(Median.of(one)), one.stream().map(Math::round).toList())));
    double ratio = Median.of(one) / Median.of(thousand);
    double bound = scale.of(0.25, 0.5);
    page.must(
        "one hot merchant has at least " + bound + " of the throughput of a thousand",
        String.format(Locale.ROOT, "%.2f", ratio),
        ratio >= bound);
  }

  private static double throughput(
      ServerProcess server, List<Merchant> merchants, Duration duration)
      throws InterruptedException {
    Plan plan = new Plan(List.of(Target.of(server.url())), 20_000, duration, 32, Patience.NONE);
    String run = "hot-" + System.nanoTime() + '-';
    try (Load load = Load.start(plan, i -> Traffic.payment(merchants, run, i))) {
      Thread.sleep(duration.toMillis());
      int done = load.soFar().only(Outcome::succeeded).size();
      load.stop();
      return done * 1000.0 / duration.toMillis();
    }
  }
}
