package dev.steadfast.proof.bad;

import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.load.Request;
import java.util.ArrayList;
import java.util.List;

/** Ids, parameters and header fields that are wrong, and ids that belong to somebody else. */
final class BadPlaces {

  private static final String INVALID = "400 validation-failed";
  private static final String ABSENT = "404 not-found";
  private static final String KEY_MISSING = "400 idempotency-key-missing";

  private BadPlaces() {}

  static List<Case> of(World world) {
    List<Case> cases = new ArrayList<>();
    foreign(world, cases);
    ids(world, cases);
    query(world, cases);
    headers(world, cases);
    messages(world, cases);
    return cases;
  }

  private static void foreign(World world, List<Case> cases) {
    cases.add(
        Case.of("another merchant's payment", world.get("/payments/" + world.payment()), ABSENT));
    cases.add(
        Case.of(
            "to capture it",
            world.post("/payments/" + world.payment() + "/capture", "{}"),
            ABSENT));
    cases.add(
        Case.of(
            "to cancel it",
            world
                .post("/payments/" + world.payment() + "/cancel", "")
                .bare()
                .without("Content-Type"),
            ABSENT));
    cases.add(
        Case.of(
            "to refund it",
            world.post("/refunds", "{\"paymentId\":\"" + world.payment() + "\"}"),
            "422 payment-not-found"));
    cases.add(
        Case.of("another merchant's refund", world.get("/refunds/" + world.refund()), ABSENT));
    cases.add(Case.of("another merchant", world.get("/merchants/" + world.other().id()), ABSENT));
    cases.add(
        Case.of(
            "to rename another merchant",
            patch(world, world.other().id()).body("{\"name\":\"mine\"}"),
            ABSENT));
    cases.add(Case.of("an id that nothing has", world.get("/payments/" + world.unknown()), ABSENT));
  }

  private static Request patch(World world, String merchant) {
    return world
        .dialect()
        .request("PATCH", "/merchants/" + merchant)
        .by(world.me().token())
        .with("If-Match", "\"1\"")
        .with("Content-Type", "application/merge-patch+json");
  }

  private static void ids(World world, List<Case> cases) {
    for (String id :
        List.of(
            "1",
            "pay_",
            "pay_%27%20OR%201=1--",
            "x%0d%0aFORGED%3a%20yes",
            "%24%7Bjndi:ldap:a%7D",
            "pay_" + "0".repeat(2_000),
            "pay_01jd8z3m5r9qk2w7x4t6v8n0pb")) {
      cases.add(Case.of("the payment " + id, world.get("/payments/" + id), INVALID));
    }
    cases.add(
        Case.of("a refund's id for a payment", world.get("/payments/" + world.refund()), INVALID));
  }

  private static void query(World world, List<Case> cases) {
    List<String> wrong =
        new ArrayList<>(
            List.of(
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=1e1",
                "limit=",
                "limit=99999999999999",
                "sort=createdAt;DROP%20TABLE%20payment",
                "sort=amount%20DESC",
                "status=paid",
                "status=",
                "currency=eur",
                "reference=%27%20OR%20%271%27=%271",
                "reference=a%0aFORGED",
                "createdFrom=yesterday",
                "createdFrom=2026-13-01T00:00:00Z",
                "createdBefore=%272026-01-01T00:00:00Z%27"));
    if (world.dialect() == Dialect.V1) {
      wrong.addAll(List.of("offset=-1", "offset=x", "amountMin=0", "amountMax=x"));
    } else {
      wrong.addAll(
          List.of(
              "cursor=x",
              "cursor=",
              "cursor=" + "A".repeat(600),
              "amountMinorMin=0",
              "amountMinorMax=1.5"));
    }
    for (String one : wrong) {
      cases.add(Case.of("GET /payments?" + one, world.get("/payments?" + one), INVALID));
    }
    cases.add(Case.of("GET /transactions?type=all", world.get("/transactions?type=all"), INVALID));
    cases.add(Case.of("GET /refunds?paymentId=1", world.get("/refunds?paymentId=1"), INVALID));
  }

  private static void headers(World world, List<Case> cases) {
    Request sale = world.sale("").without("Idempotency-Key");
    cases.add(Case.of("no Idempotency-Key", sale, KEY_MISSING));
    for (String key :
        List.of(
            "short",
            "\"unbalanced",
            "a b c d e f g h",
            "x".repeat(129),
            "\"" + "y".repeat(200) + '"',
            "key-with-';DROP TABLE",
            "%0d%0aFORGED-key")) {
      cases.add(Case.of("Idempotency-Key: " + key, sale.with("Idempotency-Key", key), INVALID));
    }
    cases.add(
        Case.of(
            "an empty Idempotency-Key", sale.with("Idempotency-Key", ""), INVALID, KEY_MISSING));
    cases.add(
        Case.of(
            "two Idempotency-Keys",
            world.sale("").with("Idempotency-Key", "\"another-key-1\""),
            INVALID));
    for (String id : List.of("a b", "x".repeat(65), "%0d%0aSet-Cookie: a=b", "${jndi:ldap://x}")) {
      cases.add(Case.of("X-Request-Id: " + id, world.sale("").with("X-Request-Id", id), INVALID));
    }
    cases.add(
        Case.of(
            "If-Match that is no tag",
            patch(world, world.me().id()).without("If-Match").with("If-Match", "1").body("{}"),
            INVALID));
    cases.add(
        Case.of(
            "a version that does not exist",
            Request.get("/payments")
                .by(world.me().token())
                .with("Accept", "application/json; version=9"),
            "406 not-acceptable"));
    cases.add(
        Case.of(
            "a version that contradicts the path",
            world
                .get("/payments")
                .with(
                    "Accept",
                    "application/json; version=" + (world.dialect() == Dialect.V1 ? 2 : 1)),
            "406 not-acceptable"));
  }

  /* What is not even HTTP has no operation, so no declared error: 400, and nothing more. */
  private static void messages(World world, List<Case> cases) {
    String head = "POST " + world.dialect().base() + "/payments HTTP/1.1\r\nHost: HOST\r\n";
    String token = "Authorization: Bearer " + world.me().token() + "\r\n";
    String json = "Content-Type: application/json\r\nIdempotency-Key: raw-key-12345678\r\n";
    String sale = world.dialect().sale("");
    String length = "Content-Length: " + sale.length() + "\r\n";
    raw(
        cases,
        "a bare CR in a header",
        head + token + json + "X-Request-Id: a\rX-Evil: b\r\n" + length + "\r\n" + sale);
    raw(
        cases,
        "NUL in a header",
        head + token + json + "X-Request-Id: a\0b\r\n" + length + "\r\n" + sale);
    raw(
        cases,
        "two different lengths",
        head + token + json + length + "Content-Length: 5\r\n\r\n" + sale);
    raw(cases, "a negative length", head + token + json + "Content-Length: -1\r\n\r\n" + sale);
    raw(
        cases,
        "no Host",
        head.replace("Host: HOST\r\n", "") + token + json + length + "\r\n" + sale);
    raw(
        cases,
        "two Hosts",
        head + "Host: evil.example\r\n" + token + json + length + "\r\n" + sale);
    raw(
        cases,
        "a chunk that is none",
        head + token + json + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + sale);
    raw(
        cases,
        "a path out of the tree",
        "GET "
            + world.dialect().base()
            + "/payments/..%2f..%2fhealth HTTP/1.1\r\nHost: HOST\r\n"
            + token
            + "\r\n");
    raw(
        cases,
        "a path with a quote and a brace",
        "GET "
            + world.dialect().base()
            + "/payments/{\"a\"} HTTP/1.1\r\nHost: HOST\r\n"
            + token
            + "\r\n");
    raw(
        cases,
        "a header of 100,000 bytes",
        "GET "
            + world.dialect().base()
            + "/payments HTTP/1.1\r\nHost: HOST\r\n"
            + token
            + "X-Long: "
            + "x".repeat(100_000)
            + "\r\n\r\n");
  }

  private static void raw(List<Case> cases, String name, String message) {
    cases.add(Case.raw(name, message, "400"));
  }
}
