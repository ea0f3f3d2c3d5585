package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Set;

/**
 * A message that no honest client sends.
 *
 * @param what for people
 * @param deserves statuses of the answer; {@code closed} is none at all
 * @param text with {@code TOKEN} where a believed token belongs
 */
record Attack(String what, Set<String> deserves, String text) {

  /** Names the slow requests in logs. */
  static final String SLOW_ID = "abuse-slow";

  private static final String LIST = "GET /v2/payments?limit=1 HTTP/1.1\r\nHost: api\r\n";
  private static final String CREATE = "POST /v2/payments HTTP/1.1\r\nHost: api\r\n";
  private static final String WHO = "Authorization: Bearer TOKEN\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String END = "Connection: close\r\n\r\n";

  /** What is sent a byte at a time. */
  static final String SLOW_HEADERS =
      LIST + "X-Request-Id: " + SLOW_ID + "-headers\r\nX-Slow: " + "x".repeat(4000);

  /** Complete headers, and a body that never ends. */
  static final String SLOW_BODY =
      CREATE
          + "X-Request-Id: "
          + SLOW_ID
          + "-body\r\nIdempotency-Key: abuse-slow-body\r\n"
          + JSON
          + "Content-Length: 4000\r\n\r\n"
          + " ".repeat(3000);

  static final List<Attack> ALL =
      List.of(
          refused(
              "a header of 20,000 bytes",
              "400 431",
              LIST + "X-Long: " + "x".repeat(20_000) + "\r\n" + END),
          refused("200 headers", "400 431", LIST + "X-Many: 1\r\n".repeat(200) + END),
          refused(
              "a path of 10,000 bytes",
              "400 414",
              "GET /v2/" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: api\r\n" + END),
          refused(
              "a body of 70,000 bytes",
              "413",
              CREATE + JSON + "Content-Length: 70000\r\n" + END + "x".repeat(70_000)),
          refused(
              "chunks of 70,000 bytes",
              "411 413",
              CREATE
                  + JSON
                  + "Transfer-Encoding: chunked\r\n"
                  + END
                  + "11170\r\n"
                  + "x".repeat(70_000)
                  + "\r\n0\r\n\r\n"),
          refused(
              "two different lengths",
              "400",
              CREATE + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n" + END + "{}"),
          refused(
              "a length that is no number",
              "400",
              CREATE + JSON + "Content-Length: 2x\r\n" + END + "{}"),
          refused("a negative length", "400", CREATE + JSON + "Content-Length: -1\r\n" + END),
          refused(
              "a chunk whose size is no number",
              "400",
              CREATE + JSON + "Transfer-Encoding: chunked\r\n" + END + "zz\r\n{}\r\n0\r\n\r\n"),
          refused(
              "an encoding that hides chunked",
              "400 501 422",
              CREATE + JSON + "Transfer-Encoding: xchunked\r\n" + END + "2\r\n{}\r\n0\r\n\r\n"),
          refused("a bare line feed in a name", "400", LIST + "X-Bad\n: 1\r\n" + END),
          refused("a zero byte in a value", "400", LIST + "X-Bad: a\u0000b\r\n" + END),
          refused("two hosts", "400", LIST + "Host: other\r\n" + END),
          refused(
              "a method nobody knows", "405", "BREW /v2/payments HTTP/1.1\r\nHost: api\r\n" + END),
          refused("the servers' metrics", "404", "GET /metrics HTTP/1.1\r\nHost: api\r\n" + END),
          refused(
              "a path that climbs", "400", "GET /v2/../metrics HTTP/1.1\r\nHost: api\r\n" + END),
          new Attack(
              "a forged address",
              Set.of("200"),
              LIST
                  + WHO
                  + "X-Forwarded-For: 203.0.113.77\r\nForwarded: for=203.0.113.77\r\nX-Real-IP: 203.0.113.77\r\n"
                  + END));

  private static Attack refused(String what, String deserves, String text) {
    return new Attack(what, Set.of(deserves.split(" ", -1)), text);
  }

  /** Whether the edge itself has to refuse it. */
  boolean isRefused() {
    return !deserves.contains("200");
  }

  /** Names it in logs. */
  String requestId() {
    return "abuse-" + what.replaceAll("[^a-z0-9]+", "-");
  }

  byte[] bytes(String token) {
    int firstLine = text.indexOf("\r\n") + 2;
    String named =
        text.substring(0, firstLine)
            + "X-Request-Id: "
            + requestId()
            + "\r\n"
            + text.substring(firstLine);
    return named.replace("TOKEN", token).getBytes(ISO_8859_1);
  }
}
