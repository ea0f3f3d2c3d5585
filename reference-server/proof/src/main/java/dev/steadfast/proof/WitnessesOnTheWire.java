package dev.steadfast.proof;

import dev.steadfast.proof.contract.Edit;
import dev.steadfast.proof.contract.Edits;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Headers;
import dev.steadfast.proof.load.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * The gate's witnesses against the running server: a request that a tighter contract would refuse
 * is accepted, and one that only a looser contract allows is refused.
 */
public final class WitnessesOnTheWire implements Program {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /* What says that the request itself was wrong; anything else was understood. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 428);

  private static final Set<String> MADE_BY_US = Set.of("host", "content-length", "authorization");

  @Override
  public String name() {
    return "witnesses";
  }

  @Override
  public String shows() {
    return "The running server accepts and refuses what the gate's verdicts say.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    String original = Files.readString(stage.root().resolve("api-spec/payments-v2.yaml"));
    page.heading("Witnesses of " + Edits.ALL.size() + " changes of payments-v2.yaml");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("change", "witness", "the gate says", "answer", "agrees"));
    int sent = 0;
    int agree = 0;
    List<String> none = new ArrayList<>();
    for (Edit edit : Edits.ALL) {
      List<String> witnesses = edit.witnesses(original);
      if (witnesses.isEmpty()) {
        none.add(edit.name());
      }
      for (String witness : witnesses) {
        Answer answer = sent(stage, witness);
        boolean agrees =
            REFUSALS.contains(answer.status()) != edit.tightens() && answer.status() < 500;
        rows.add(
            Page.row(
                edit.name(),
                '`' + shortened(witness.lines().findFirst().orElse("")) + '`',
                edit.tightens() ? "allowed by this contract" : "refused by this contract",
                answer.status(),
                agrees ? "yes" : "**no** " + witness + " -> " + answer.body()));
        sent++;
        agree += agrees ? 1 : 0;
      }
    }
    page.table(rows);
    page.must("every change has a request as its witness", none, none.isEmpty());
    page.must("server and gate agree on every witness", agree + " of " + sent, agree == sent);
    page.musts();
  }

  private static Answer sent(Stage stage, String witness) throws IOException, SQLException {
    Merchant merchant = stage.merchant("premium");
    int end = witness.indexOf("\n\n");
    String[] lines = witness.substring(0, end).split("\n", -1);
    String[] start = lines[0].split(" ", -1);
    Headers headers = Headers.NONE;
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon);
      if (!MADE_BY_US.contains(name.toLowerCase(Locale.ROOT))) {
        headers = headers.and(name, lines[i].substring(colon + 1).strip());
      }
    }
    String body = witness.substring(end + 2);
    boolean carries = witness.contains("\nContent-Length:");
    String target = existing(stage, merchant, start[1]);
    boolean platform = start[0].equals("POST") && target.equals("/v2/merchants");
    Request request =
        new Request(start[0], target, headers, carries ? body : null)
            .by(platform ? platform(stage) : merchant.token());
    return exchange(stage, request);
  }

  private static String platform(Stage stage) {
    return stage
        .issuer()
        .platformToken("platform-" + UUID.randomUUID(), "premium", "merchants:create");
  }

  /* An id that only looks right would be a 404, which says nothing about the contract. */
  private static String existing(Stage stage, Merchant merchant, String target) throws IOException {
    String here = target.replaceAll("/merchants/mer_[^/?]+", "/merchants/" + merchant.id());
    if (!here.matches(".*/payments/pay_.*")) {
      return here;
    }
    Request request =
        Dialect.V2
            .post("/payments", Dialect.V2.sale(",\"captureMethod\":\"manual\""))
            .by(merchant.token())
            .keyed(UUID.randomUUID().toString());
    String location = exchange(stage, request).headers().first("Location").orElse("");
    String id = location.substring(location.lastIndexOf('/') + 1);
    return here.replaceAll("/payments/pay_[^/?]+", "/payments/" + id);
  }

  private static Answer exchange(Stage stage, Request request) throws IOException {
    try (Connection connection = Connection.open(stage.targets().get(0), PATIENCE)) {
      return connection.exchange(request);
    }
  }

  private static String shortened(String text) {
    return text.length() > 70 ? text.substring(0, 70) + "..." : text;
  }
}
