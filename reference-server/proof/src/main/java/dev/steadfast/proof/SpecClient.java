package dev.steadfast.proof;

import dev.steadfast.proof.contract.AnswerCheck;
import dev.steadfast.proof.contract.Api;
import dev.steadfast.proof.contract.Call;
import dev.steadfast.proof.contract.Calls;
import dev.steadfast.proof.contract.Pool;
import dev.steadfast.proof.contract.RequestCheck;
import dev.steadfast.proof.contract.Shrinker;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Request;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client made from the specifications looks for an answer that they do not declare. */
public final class SpecClient implements Program {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_SHOWN = 20;

  /* What says that the request itself was wrong. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 406, 413, 415, 428);

  @Override
  public String name() {
    return "spec-client";
  }

  @Override
  public String shows() {
    return "A client made from the specifications finds no answer that they do not declare.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    int requests = scale.of(1_500, 20_000);
    page.heading(requests + " requests from seed " + seed);
    Run run = new Run(stage, seed, page);
    run.requests(requests);
    run.tables();
    page.must("every operation was called", run.called() + " of 24", run.called() == 24);
    page.must(
        "no answer is undeclared or malformed, no verdict wrong",
        run.found.size() + " are",
        run.found.isEmpty());
    page.musts();
  }

  /** A version, and who judges its messages. */
  private record Judge(Api api, RequestCheck allowed, AnswerCheck declared) {

    static Judge of(Api api) {
      return new Judge(api, new RequestCheck(api), new AnswerCheck(api));
    }
  }

  private static final class Run {

    private final List<Judge> judges;
    private final Stage stage;
    private final Page page;
    private final Pool pool = new Pool();
    private final Calls calls;
    private final String platform;
    private final Map<String, Map<Integer, Integer>> seen = new TreeMap<>();
    private final Map<String, String> found = new TreeMap<>();
    private @Nullable Connection connection;
    private int server;

    Run(Stage stage, long seed, Page page) {
      this.stage = stage;
      this.page = page;
      this.calls = new Calls(seed, pool);
      this.judges = stage.apis().stream().map(Judge::of).toList();
      this.platform =
          stage
              .issuer()
              .platformToken(
                  "platform-" + seed + System.nanoTime(),
                  "premium",
                  "merchants:create",
                  "merchants:read");
    }

    void requests(int count) throws IOException, SQLException {
      Merchant merchant = stage.merchant("premium");
      for (int i = 0; i < count; i++) {
        if (i > 0 && i % 700 == 0) { // before its budget is used up
          merchant = stage.merchant("premium");
          pool.forget();
        }
        Judge judge = judges.get(i / 4 % 2);
        Call call = own(i, keyed(calls.next(judge.api().operations())), merchant);
        Answer answer = exchange(judge, call, merchant);
        pool.learn(answer);
        seen.computeIfAbsent(
                judge.api().version() + ' ' + call.operation().id(), key -> new TreeMap<>())
            .merge(answer.status(), 1, Integer::sum);
        Optional<String> fault = fault(judge, call, answer);
        if (fault.isPresent()) {
          report(judge, call, fault.get(), merchant);
        }
      }
    }

    /* A new intent each time, unless the key is what is odd about the call. */
    private static Call keyed(Call call) {
      return call.headers()
              .first("Idempotency-Key")
              .filter(key -> key.matches("\"?[A-Za-z0-9._:-]{8,128}\"?"))
              .isPresent()
          ? call.with("Idempotency-Key", '"' + UUID.randomUUID().toString() + '"')
          : call;
    }

    /* Mostly itself: a client knows the ids of other merchants only by chance. */
    private static Call own(int number, Call call, Merchant merchant) {
      boolean formed = call.path().getOrDefault("merchantId", "").matches("mer_[0-9A-Z]{26}");
      return formed && number % 8 != 0 ? call.path("merchantId", merchant.id()) : call;
    }

    private Answer exchange(Judge judge, Call call, Merchant merchant) throws IOException {
      Request request = call.request(judge.api().basePath());
      String good = call.operation().id().equals("createMerchant") ? platform : merchant.token();
      return send(
          switch (call.credentials()) {
            case GOOD -> request.by(good);
            case NO_SCOPE -> request.by(stage.issuer().token(merchant.id(), "premium", "nothing"));
            case NOT_A_TOKEN -> request.by("nonsense");
            case NONE -> request;
          });
    }

    private Answer send(Request request) throws IOException {
      Connection open = connection;
      if (open == null || !open.reusable()) {
        server++;
        open = Connection.open(stage.targets().get(server % 2), PATIENCE);
        connection = open;
      }
      return open.exchange(request);
    }

    private Optional<String> fault(Judge judge, Call call, Answer answer) {
      if (answer.status() == 400
          && call.path().values().stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
        return Optional.empty(); // Tomcat refuses it before it is a request to the API
      }
      List<String> faults = judge.declared().faults(call.operation(), answer);
      if (!faults.isEmpty()) {
        return Optional.of(answer.status() + ": " + faults.get(0));
      }
      Optional<String> refusal = judge.allowed().refusal(call);
      boolean refused = REFUSALS.contains(answer.status());
      if (refusal.isPresent() && answer.status() < 400) {
        return Optional.of(answer.status() + " although " + refusal.get());
      }
      return refusal.isEmpty() && refused && !excused(call, answer)
          ? Optional.of(answer.status() + " although the specification allows the request")
          : Optional.empty();
    }

    /*
     * A cursor is opaque: only the server knows a good one. PostgreSQL stores no U+0000. Which
     * currencies are in circulation no schema says.
     */
    private static boolean excused(Call call, Answer answer) {
      String body = call.body();
      if (answer.body().contains("must be a currency in circulation")) {
        return true;
      }
      return call.query().stream().anyMatch(pair -> pair.getKey().equals("cursor"))
          || (body != null && body.contains("\\u0000"));
    }

    private void report(Judge judge, Call call, String fault, Merchant merchant)
        throws IOException {
      String kind =
          judge.api().version()
              + ' '
              + call.operation()
              + ": "
              + fault.replaceAll("[0-9A-Z]{26}|'[^']*'", "…");
      String shortened = kind.length() > 200 ? kind.substring(0, 200) : kind;
      if (found.containsKey(shortened) || found.size() >= MOST_SHOWN) {
        return;
      }
      Call small =
          Shrinker.smallest(
              call,
              other -> {
                Call fresh = keyed(other);
                Optional<String> still = fault(judge, fresh, exchange(judge, fresh, merchant));
                return still.isPresent() && still.get().startsWith(fault.substring(0, 3));
              });
      Answer answer = exchange(judge, keyed(small), merchant);
      found.put(shortened, fault);
      page.line("");
      page.line("### " + shortened);
      page.line("");
      page.line("```");
      page.line(shown(small.request(judge.api().basePath())));
      page.line("");
      page.line(fault);
      page.line(answer.text().replace("\r", ""));
      page.line("```");
    }

    private static String shown(Request request) {
      StringBuilder out = new StringBuilder(request.method() + ' ' + request.path());
      request
          .headers()
          .fields()
          .forEach(
              field ->
                  out.append('\n').append(field.getKey()).append(": ").append(field.getValue()));
      String body = request.body();
      if (body != null) {
        out.append("\n\n").append(body.length() > 2000 ? body.substring(0, 2000) + '…' : body);
      }
      return out.toString();
    }

    int called() {
      return seen.size();
    }

    void tables() {
      List<List<String>> rows = new ArrayList<>();
      rows.add(Page.row("operation", "answers"));
      seen.forEach(
          (operation, statuses) -> {
            Map<Integer, Long> counts = new TreeMap<>();
            statuses.forEach((status, count) -> counts.put(status, (long) count));
            rows.add(Page.row(operation, Traffic.words(counts)));
          });
      page.line("");
      page.table(rows);
    }
  }
}
