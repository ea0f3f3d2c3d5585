package dev.steadfast.report;

import dev.steadfast.compat.Confidence;
import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.Severity;
import dev.steadfast.compat.Verdict;
import dev.steadfast.compat.Waiver;
import dev.steadfast.compat.Witness;
import dev.steadfast.diff.Direction;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results with everything in them that a format can get wrong. */
final class Sample {

  static final Finding REQUIRED =
      new Finding(
          "request-property-became-required",
          Severity.ERROR,
          Direction.REQUEST,
          Set.of(Hurt.SDK_COMPILE, Hurt.CLIENT_RUNTIME),
          List.of("POST /v1/payments"),
          "property 'currency' became required",
          "",
          "required",
          "A request that omits the property was valid before and is rejected with 400 now.",
          "Keep it optional and let the server apply a default, or publish a new operation.",
          "5f1c",
          new Location(
              "payments-v1.yaml", "/components/schemas/Payment/properties/currency", 29, 9),
          new Location(
              "payments-v2.yaml", "/components/schemas/Payment/properties/currency", 31, 9),
          new Witness(
              Witness.Kind.REQUEST,
              Witness.Shows.REFUSED,
              "POST /v1/payments HTTP/1.1\nContent-Type: application/json\n\n{\"amount\":1E+400}",
              exactly(),
              true,
              "curl -X POST http://localhost/v1/payments -d '{\"amount\":1E+400}'",
              null),
          Confidence.PROVEN,
          List.of(
              new Finding.Spot(
                  new Location("payments-v1.yaml", "/paths/~1v1~1refunds/post", 51, 9), null),
              new Finding.Spot(
                  null, new Location("payments-v2.yaml", "/paths/~1v1~1payouts/post", 61, 9))));

  static final Finding REMOVED =
      finding(
          "operation-removed",
          Severity.ERROR,
          List.of("GET /a,b:c", "GET /v1/payments", "PUT /v1/payments/{id}"),
          "100% of 'GET /a,b:c' is gone,\nsay \"so\"",
          new Location("payments-v1.yaml", "/paths/~1a,b:c/get", 4, 5),
          null,
          Confidence.PROVEN,
          null);

  static final Finding UNDECIDED =
      finding(
          "schema-undecided",
          Severity.WARNING,
          List.of("GET /\u001b[31m<b>|@team`\u202eevil"),
          "pattern '(?=a)\\\\p{L}' of 'Größe \ud83d\ude00' against '\ud83d' is too hard",
          new Location("dir/a b#1?.yaml", "/x", 1, 2),
          new Location("git:origin/main:api/b.yaml", "", 3, 4),
          Confidence.UNKNOWN,
          new Witness(
              Witness.Kind.RESPONSE,
              Witness.Shows.REFUSED,
              "HTTP/1.1 200 OK\n\n\"" + "x".repeat(700) + "\"" + "\nline".repeat(30),
              StringNode.of("\u0000\ud800"),
              false,
              null,
              "the validator does not know look-ahead"));

  static final Finding ADDED =
      finding(
          "operation-added",
          Severity.INFO,
          List.of(),
          "an operation was added",
          null,
          new Location("payments-v2.yaml", "/paths/~1new/get", 90, 5),
          Confidence.PROVEN,
          null);

  static final Waiver WAIVER =
      new Waiver(
          "response-property-removed",
          "GET /v1/payments",
          "No client reads it",
          "payments-team",
          LocalDate.of(2027, 1, 31),
          new Location("steadfast.yaml", "/waivers/0", 7, 5));

  static final Result BREAKING =
      new Result.Compared(
          "",
          "payments-v1.yaml",
          "payments-v2.yaml",
          Verdict.of(
              List.of(REQUIRED, REMOVED, UNDECIDED, ADDED),
              List.of(new Verdict.Waived(waived(), WAIVER))),
          List.of(
              new Problem(
                  new Location("payments-v2.yaml", "/info/x", 2, 3),
                  "unknown keyword 'descripton'")),
          12);

  static final Result COMPATIBLE =
      new Result.Compared(
          "micro/00 same", "a.yaml", "b.yaml", Verdict.of(List.of(), List.of()), List.of(), 0);

  static final Result UNREADABLE =
      new Result.Unreadable(
          "micro/01",
          "bad.yaml",
          "<stdin>",
          List.of(
              new Problem(new Location("bad.yaml", "/paths", 3, 1), "'paths' must be an object"),
              new Problem(new Location("bad.yaml", "", 0, 0), "the file is empty")));

  private Sample() {}

  private static Finding waived() {
    return finding(
        "response-property-removed",
        Severity.ERROR,
        List.of("GET /v1/payments"),
        "property 'legacy' is never sent any more",
        new Location("payments-v1.yaml", "/x/legacy", 40, 9),
        null,
        Confidence.PROVEN,
        null);
  }

  private static Finding finding(
      String rule,
      Severity severity,
      List<String> operations,
      String message,
      @Nullable Location base,
      @Nullable Location revision,
      Confidence confidence,
      @Nullable Witness witness) {
    return new Finding(
        rule,
        severity,
        severity == Severity.INFO ? Direction.NONE : Direction.RESPONSE,
        severity == Severity.INFO ? Set.of() : Set.of(Hurt.CLIENT_RUNTIME),
        operations,
        message,
        "was <1>",
        "",
        "Clients that call it get 404.",
        "Deprecate it first.",
        "00" + message.length(),
        base,
        revision,
        witness,
        confidence,
        List.of());
  }

  private static ObjectNode exactly() {
    Map<String, NumberNode> members = new LinkedHashMap<>();
    members.put("amount", NumberNode.of(new BigDecimal("1e400")));
    members.put("id", NumberNode.of(new BigDecimal("9007199254740993")));
    members.put("on", NumberNode.of(new BigDecimal("1.10")));
    return ObjectNode.of(members);
  }
}
