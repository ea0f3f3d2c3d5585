package dev.steadfast.proof.bad;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Audit;
import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Program;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever is sent, the answer is the specified error, and nothing is written. */
public final class BadInput implements Program {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  @Override
  public String name() {
    return "bad-input";
  }

  @Override
  public String shows() {
    return "Wrong, hostile and forged requests get the specified error, never a 500, and write nothing.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    List<String> wrong = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      World world = world(stage, dialect);
      Map<String, Long> before = Audit.rows(stage.postgres());
      List<Case> cases = new ArrayList<>(BadBodies.of(world));
      cases.addAll(BadTokens.of(world, stage));
      cases.addAll(BadPlaces.of(world));
      counts.add(cases.size());
      page.heading("Wrong requests to " + dialect.base());
      page.table(answers(stage, dialect, cases, wrong));
      Map<String, Long> after = Audit.rows(stage.postgres());
      page.must(
          "nothing was written by " + dialect.base() + " requests",
          after.equals(before) ? "same rows" : before + " became " + after,
          after.equals(before));
    }
    page.must(
        "every answer is the specified one",
        wrong.size() + " of " + counts + " are not " + wrong,
        wrong.isEmpty());
    verbatim(stage, page);
    logs(stage, page);
    page.musts();
  }

  private static World world(Stage stage, Dialect dialect) throws IOException, SQLException {
    List<Merchant> merchants = stage.merchants(3, "premium");
    Merchant other = merchants.get(1);
    String captured = made(stage, other, dialect.post("/payments", dialect.sale("")));
    String refund =
        made(stage, other, dialect.post("/refunds", "{\"paymentId\":\"" + captured + "\"}"));
    String payment =
        made(
            stage, other, dialect.post("/payments", dialect.sale(",\"captureMethod\":\"manual\"")));
    try (java.sql.Connection database = stage.postgres().connect();
        PreparedStatement suspend =
            database.prepareStatement("UPDATE merchant SET status = 'suspended' WHERE id = ?")) {
      suspend.setString(1, merchants.get(2).id());
      suspend.executeUpdate();
    }
    return new World(
        dialect, merchants.get(0), other, merchants.get(2), payment, refund, stage.id("pay"));
  }

  private static String made(Stage stage, Merchant merchant, Request request) throws IOException {
    try (Connection connection = Connection.open(stage.targets().get(0), PATIENCE)) {
      Answer answer =
          connection.exchange(request.by(merchant.token()).keyed(UUID.randomUUID().toString()));
      Matcher id = ID.matcher(answer.body());
      if (answer.status() != 201 || !id.find()) {
        throw new IOException("cannot set the stage: " + answer.text());
      }
      return id.group(1);
    }
  }

  private static List<List<String>> answers(
      Stage stage, Dialect dialect, List<Case> cases, List<String> wrong) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("what is wrong", "answer", "as specified"));
    int turn = 0;
    for (Case one : cases) {
      Target target = stage.targets().get(turn++ % 2);
      String answer = answer(dialect, one, target);
      boolean right = one.expected().contains(answer);
      rows.add(
          Page.row(shortened(one.name()), answer, right ? "yes" : "**no**, " + one.expected()));
      if (!right) {
        wrong.add(shortened(one.name()) + " -> " + answer);
      }
    }
    return rows;
  }

  private static String answer(Dialect dialect, Case one, Target target) {
    try (Connection connection = Connection.open(target, PATIENCE)) {
      Answer answer = connection.exchange(one.message().apply(target), one.method());
      boolean leaks =
          answer.body().matches("(?s).*(Exception|Tomcat|\\bat dev\\.|\\bat org\\.|SELECT ).*");
      String kind = one.expected().contains("400") ? "" : dialect.kind(answer);
      return (answer.status() + " " + kind + (leaks ? " with internals" : "")).strip();
    } catch (IOException e) {
      return "no answer: " + e.getMessage();
    }
  }

  private static String shortened(String text) {
    String visible = text.replaceAll("[^\\x20-\\x7e]", "?");
    return visible.length() > 60 ? visible.substring(0, 60) + "..." : visible;
  }

  /* Hostile text where text is allowed is kept as it is, and does nothing. */
  private static void verbatim(Stage stage, Page page) throws IOException, SQLException {
    Merchant merchant = stage.merchant("premium");
    List<String> texts =
        List.of(
            "'); DROP TABLE payment; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "a\\nFORGED log line",
            "a\\r\\nFORGED: header",
            "\\u202eright to left \\ud83d\\ude00");
    int kept = 0;
    for (String text : texts) {
      String id =
          made(
              stage,
              merchant,
              Dialect.V2.post("/payments", Dialect.V2.sale(",\"description\":\"" + text + '"')));
      try (Connection connection = Connection.open(stage.targets().get(1), PATIENCE)) {
        Answer answer = connection.exchange(Request.get("/v2/payments/" + id).by(merchant.token()));
        kept += answer.body().contains(text) || answer.body().contains(unescaped(text)) ? 1 : 0;
      }
    }
    page.must(
        "hostile text comes back as it was", kept + " of " + texts.size(), kept == texts.size());
  }

  private static String unescaped(String text) {
    return text.replace("\\u202e", "\u202e").replace("\\ud83d\\ude00", "\ud83d\ude00");
  }

  private static void logs(Stage stage, Page page) throws IOException {
    long forged = 0;
    long lines = 0;
    for (ServerProcess server : stage.servers()) {
      for (String line : Files.readString(server.log(), UTF_8).split("[\r\n]", -1)) {
        lines++;
        forged += line.startsWith("FORGED") ? 1 : 0;
      }
    }
    page.must("no request forged a line of a log", forged + " of " + lines + " lines", forged == 0);
  }
}
