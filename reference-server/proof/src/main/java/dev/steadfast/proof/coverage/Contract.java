package dev.steadfast.proof.coverage;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Program;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.contract.AnswerCheck;
import dev.steadfast.proof.contract.Api;
import dev.steadfast.proof.contract.Operation;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every operation and status of both specifications, provoked by real means and validated. */
public final class Contract implements Program {

  private static final int BASIC = 100;

  private static final String ENDED =
      """
      {"schemaVersion":1,"api":"payments","versions":[
       {"version":"v1","basePath":"/v1","state":"retired","released":"2020-01-01T00:00:00Z",
        "deprecated":"2021-01-01T00:00:00Z","sunset":"2022-01-01T00:00:00Z",
        "successor":{"version":"v2","basePath":"/v2"},"brownouts":[],
        "links":[{"href":"https://payments.example/docs/migrate-to-v2","rel":"sunset"}],
        "headers":{"Deprecation":"@1609459200","Sunset":"Sat, 01 Jan 2022 00:00:00 GMT",
         "Link":"<https://payments.example/docs/migrate-to-v2>; rel=sunset"},"operations":[]},
       {"version":"v2","basePath":"/v2","state":"current","released":"2021-01-01T00:00:00Z",
        "brownouts":[],"links":[],"headers":{},"operations":[]}]}
      """;

  /* How the statuses are provoked that need more than a request. */
  private static final Map<Integer, String> BY_OTHER_MEANS =
      new TreeMap<>(
          Map.of(
              410, "a server whose lifecycle file says that v1 has ended",
              429, "a merchant, or platform, that has used up its minute",
              500, "a table of the operation renamed in PostgreSQL",
              503, "PostgreSQL killed (SIGKILL)",
              409,
                  "besides: a second request while the first waits for a lock held in PostgreSQL"));

  @Override
  public String name() {
    return "contract";
  }

  @Override
  public String shows() {
    return "Every operation and status of both specifications, provoked and validated.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    for (Dialect dialect : Dialect.values()) {
      Coverage coverage = new Coverage(stage.api(dialect));
      Scene scene = new Scene(stage, dialect);
      single(scene, coverage);
      inProgress(stage, scene, coverage);
      overLimit(stage, scene, coverage);
      if (dialect == Dialect.V1) {
        ended(stage, scene, coverage);
      }
      broken(stage, scene, coverage);
      unavailable(stage, scene, coverage);
      page.heading("Version " + dialect.base().substring(1));
      coverage.show(page);
    }
    page.heading("How each status is provoked");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("status", "by"));
    for (int status = 200; status < 600; status++) {
      String means = BY_OTHER_MEANS.getOrDefault(status, "");
      Optional<String> how = Provoked.how(status);
      if (how.isPresent() || !means.isEmpty()) {
        rows.add(
            Page.row(
                status,
                how.map(text -> means.isEmpty() ? text : text + "; " + means).orElse(means)));
      }
    }
    page.table(rows);
    page.musts();
  }

  private static void single(Scene scene, Coverage coverage) throws IOException {
    Provoked provoked = new Provoked(scene);
    for (Operation operation : coverage.api().operations()) {
      for (String declared : operation.statuses()) {
        int status = Integer.parseInt(declared);
        boolean possible =
            Provoked.how(status).isPresent()
                && !(status == 409 && operation.id().equals("createPayment"));
        if (possible) {
          Optional<Answer> answer = provoked.answer(operation, status);
          answer.ifPresent(one -> coverage.saw(operation, status, one));
        }
      }
    }
  }

  /* The first request waits for a lock that we hold; the second one comes meanwhile. */
  private static void inProgress(Stage stage, Scene scene, Coverage coverage)
      throws IOException, SQLException, InterruptedException {
    Operation create = coverage.api().operation("createPayment");
    Request request = scene.right("createPayment");
    try (Connection database = stage.postgres().connect();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("LOCK TABLE payment IN ACCESS EXCLUSIVE MODE");
      Thread first =
          new Thread(
              () -> {
                try {
                  scene.send(request);
                } catch (IOException e) {
                  // its answer is of no interest
                }
              });
      first.start();
      Thread.sleep(500);
      coverage.saw(create, 409, Scene.send(stage.targets().get(1), request));
      database.rollback();
      first.join();
    }
  }

  private static void overLimit(Stage stage, Scene scene, Coverage coverage)
      throws IOException, SQLException {
    Merchant basic = stage.merchant("basic");
    String platform = scene.platform("basic");
    for (Operation operation : coverage.api().operations()) {
      String token = operation.id().equals("createMerchant") ? platform : basic.token();
      Request request = scene.right(operation.id()).by(token);
      Answer answer = scene.send(request);
      // more than the limit, for the case that a new minute begins meanwhile
      for (int i = 0; i < 3 * BASIC && answer.status() != 429; i++) {
        answer = scene.send(request);
      }
      coverage.saw(operation, 429, answer);
    }
  }

  private static void ended(Stage stage, Scene scene, Coverage coverage)
      throws IOException, InterruptedException {
    Path lifecycle = stage.folder().resolve("ended.json");
    Files.writeString(lifecycle, ENDED);
    Map<String, String> late = Map.of("STEADFAST_LIFECYCLE_LOCATION", lifecycle.toUri().toString());
    try (ServerProcess server = stage.server("ended", late)) {
      server.awaitReady(Duration.ofMinutes(2));
      Target target = Target.of(server.url());
      for (Operation operation : coverage.api().operations()) {
        Request right = scene.right(operation.id());
        coverage.saw(operation, 410, Scene.send(target, right));
      }
    }
  }

  private static void broken(Stage stage, Scene scene, Coverage coverage)
      throws IOException, SQLException {
    Map<String, Request> ready = ready(scene, coverage);
    try (Connection database = stage.postgres().connect();
        Statement statement = database.createStatement()) {
      for (String table : List.of("payment", "refund", "merchant", "transaction")) {
        statement.execute("ALTER TABLE " + table + " RENAME TO away");
        try {
          for (Operation operation : coverage.api().operations()) {
            if (operation.path().startsWith("/" + table)) {
              Request request = ready.getOrDefault(operation.id(), Request.get("/"));
              coverage.saw(operation, 500, scene.send(request));
            }
          }
        } finally {
          statement.execute("ALTER TABLE away RENAME TO " + table);
        }
      }
    }
  }

  private static void unavailable(Stage stage, Scene scene, Coverage coverage)
      throws IOException, InterruptedException {
    Map<String, Request> ready = ready(scene, coverage);
    stage.postgres().kill9();
    try {
      for (Operation operation : coverage.api().operations()) {
        Request request = ready.getOrDefault(operation.id(), Request.get("/"));
        coverage.saw(operation, 503, scene.send(request));
      }
    } finally {
      stage.postgres().restart();
      stage.restore();
    }
  }

  private static Map<String, Request> ready(Scene scene, Coverage coverage) throws IOException {
    Map<String, Request> ready = new LinkedHashMap<>();
    for (Operation operation : coverage.api().operations()) {
      ready.put(operation.id(), scene.right(operation.id()));
    }
    return ready;
  }

  /** What was seen of one version. */
  private static final class Coverage {

    private final Api api;
    private final AnswerCheck check;
    private final Map<String, Map<Integer, String>> seen = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    Coverage(Api api) {
      this.api = api;
      this.check = new AnswerCheck(api);
    }

    Api api() {
      return api;
    }

    void saw(Operation operation, int wanted, Answer answer) {
      List<String> against = check.faults(operation, answer);
      boolean right = answer.status() == wanted && against.isEmpty();
      seen.computeIfAbsent(operation.id(), id -> new TreeMap<>())
          .merge(wanted, right ? "✓" : "✗", (one, other) -> one.equals("✓") ? other : one);
      if (!right) {
        faults.add(
            operation.id()
                + ' '
                + wanted
                + " was "
                + answer.status()
                + ' '
                + against
                + ' '
                + answer.body());
      }
    }

    void show(Page page) {
      List<Integer> statuses =
          api.operations().stream()
              .flatMap(operation -> operation.statuses().stream())
              .map(Integer::valueOf)
              .distinct()
              .sorted()
              .toList();
      List<List<String>> rows = new ArrayList<>();
      List<String> titles = new ArrayList<>(List.of("operation"));
      statuses.forEach(status -> titles.add(String.valueOf(status)));
      rows.add(titles);
      int declared = 0;
      int right = 0;
      for (Operation operation : api.operations()) {
        List<String> row = new ArrayList<>(List.of("`" + operation.id() + "`"));
        for (int status : statuses) {
          boolean here = operation.statuses().contains(String.valueOf(status));
          String mark =
              seen.getOrDefault(operation.id(), Map.of()).getOrDefault(status, here ? "?" : "");
          row.add(mark);
          declared += here ? 1 : 0;
          right += here && mark.equals("✓") ? 1 : 0;
        }
        rows.add(row);
      }
      page.table(rows);
      faults.forEach(fault -> page.line("\n- " + fault));
      page.must(
          "every status that " + api.version() + " declares was provoked and is valid",
          right + " of " + declared,
          right == declared);
      page.musts();
    }
  }
}
