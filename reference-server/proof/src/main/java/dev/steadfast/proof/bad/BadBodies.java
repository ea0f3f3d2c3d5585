package dev.steadfast.proof.bad;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bodies that are not JSON, not the right JSON, too large, or not what their type says. */
final class BadBodies {

  private static final String MALFORMED = "400 malformed-request";
  private static final String INVALID = "400 validation-failed";
  private static final String TOO_LARGE = "413 content-too-large";
  private static final String WRONG_TYPE = "415 unsupported-media-type";
  private static final int MOST_BYTES = 65_536;

  private BadBodies() {}

  static List<Case> of(World world) {
    List<Case> cases = new ArrayList<>();
    malformed(world, cases);
    wrong(world, cases);
    large(world, cases);
    typed(world, cases);
    return cases;
  }

  private static void malformed(World world, List<Case> cases) {
    String sale = world.dialect().sale("");
    body(world, cases, "no body", "", MALFORMED, INVALID);
    body(world, cases, "an object that does not end", sale.substring(0, 30), MALFORMED);
    body(world, cases, "two values", sale + sale, MALFORMED);
    body(world, cases, "single quotes", sale.replace('"', '\''), MALFORMED);
    body(world, cases, "a comment", "/* x */" + sale, MALFORMED);
    body(world, cases, "a trailing comma", sale.replace("}", ",}"), MALFORMED);
    body(world, cases, "NaN", "{" + world.dialect().amountName() + ":NaN}", MALFORMED);
    body(
        world, cases, "a property twice", world.dialect().sale(",\"currency\":\"USD\""), MALFORMED);
    body(
        world,
        cases,
        "a label twice",
        world.dialect().sale(",\"metadata\":{\"a\":\"1\",\"a\":\"2\"}"),
        MALFORMED);
    body(world, cases, "5,000 nested arrays", "[".repeat(5_000), MALFORMED);
    body(
        world,
        cases,
        "5,000 nested objects",
        "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
        MALFORMED,
        INVALID);
    body(
        world,
        cases,
        "20,000 nested arrays as metadata",
        world.dialect().sale(",\"metadata\":" + "[".repeat(20_000) + "]".repeat(20_000)),
        MALFORMED,
        INVALID);
    bytes(world, cases, "a byte that is not UTF-8", new byte[] {(byte) 0xff}, MALFORMED);
    bytes(world, cases, "an overlong slash", new byte[] {(byte) 0xc0, (byte) 0xaf}, MALFORMED);
    bytes(
        world,
        cases,
        "a surrogate in UTF-8",
        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        MALFORMED);
    cases.add(
        raw(world, "UTF-16", world.dialect().sale("").getBytes(UTF_16), MALFORMED, WRONG_TYPE));
  }

  private static void wrong(World world, List<Case> cases) {
    String name = world.dialect().amountName();
    for (String value :
        List.of(
            "\"1050\"",
            "true",
            "null",
            "[]",
            "{}",
            "0",
            "-1",
            "1e30",
            "99999999999999999999",
            "\"\"")) {
      String sale = world.dialect().sale("").replace(world.dialect().amount(), name + ':' + value);
      body(world, cases, "the amount is " + value, sale, INVALID);
    }
    for (String member :
        List.of(
            "\"captureMethod\":0",
            "\"captureMethod\":\"AUTOMATIC\"",
            "\"captureMethod\":null",
            "\"description\":\"\"",
            "\"description\":5",
            "\"description\":\"" + "x".repeat(256) + '"',
            "\"reference\":\"a b\"",
            "\"reference\":\"' OR 1=1 --\"",
            "\"metadata\":[]",
            "\"metadata\":{\"a\":1}",
            "\"metadata\":{\"a\":null}",
            "\"metadata\":{\"a b\":\"1\"}",
            "\"metadata\":{\"\":\"1\"}",
            "\"Description\":\"x\"",
            "\"amountMajor\":1",
            "\"__proto__\":{}")) {
      body(world, cases, member, world.dialect().sale(',' + member), INVALID);
    }
    body(world, cases, "21 labels", world.dialect().sale(",\"metadata\":" + labels(21)), INVALID);
    body(
        world,
        cases,
        "U+0000 in a text",
        world.dialect().sale(",\"description\":\"a\\u0000b\""),
        INVALID);
    body(
        world,
        cases,
        "a lone surrogate",
        world.dialect().sale(",\"description\":\"\\ud800\""),
        INVALID,
        MALFORMED);
    body(world, cases, "an empty object", "{}", INVALID);
    body(world, cases, "an array", "[]", INVALID, MALFORMED);
    body(world, cases, "null", "null", INVALID, MALFORMED);
    body(world, cases, "a text", "\"sale\"", INVALID, MALFORMED);
    body(
        world,
        cases,
        "a currency in small letters",
        world.dialect().sale("").replace("EUR", "eur"),
        INVALID);
    body(
        world,
        cases,
        "no such currency",
        world.dialect().sale("").replace("EUR", "XAU"),
        "422 currency-not-supported");
  }

  private static void large(World world, List<Case> cases) {
    String long1 = world.dialect().sale(",\"description\":\"" + "x".repeat(MOST_BYTES) + '"');
    body(world, cases, "a body of more than 65,536 bytes", long1, TOO_LARGE);
    Request head = world.sale("").bare();
    cases.add(
        Case.raw(
            "the same in chunks",
            new String(head.bytes(new Target("HOST", 0)), ISO_8859_1)
                    .replace("HOST:0", "HOST")
                    .replace("\r\n\r\n", "\r\nTransfer-Encoding: chunked\r\n\r\n")
                + Integer.toHexString(long1.length())
                + "\r\n"
                + long1
                + "\r\n0\r\n\r\n",
            TOO_LARGE));
  }

  private static void typed(World world, List<Case> cases) {
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
      cases.add(
          Case.of(
              "Content-Type: " + type,
              world.sale("").without("Content-Type").with("Content-Type", type),
              WRONG_TYPE));
    }
    cases.add(Case.of("no Content-Type", world.sale("").without("Content-Type"), WRONG_TYPE));
    cases.add(
        Case.of(
            "a patch as plain JSON",
            world
                .dialect()
                .request("PATCH", "/merchants/" + world.me().id())
                .by(world.me().token())
                .with("If-Match", "\"1\"")
                .with("Content-Type", "application/json")
                .body("{\"name\":\"x\"}"),
            WRONG_TYPE));
    for (String accept : List.of("application/xml", "text/html", "application/json;q=0")) {
      cases.add(
          Case.of(
              "Accept: " + accept, world.sale("").with("Accept", accept), "406 not-acceptable"));
    }
  }

  private static String labels(int count) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ",").append("\"l").append(i).append("\":\"x\"");
    }
    return out.append('}').toString();
  }

  private static void body(
      World world, List<Case> cases, String name, String body, String... expected) {
    cases.add(Case.of(name, world.sale("").body(body), expected));
  }

  /* In the middle of a text. */
  private static void bytes(
      World world, List<Case> cases, String name, byte[] odd, String... expected) {
    byte[] before = world.dialect().sale(",\"description\":\"").getBytes(UTF_8);
    byte[] start = Arrays.copyOf(before, before.length - 1); // without the brace
    byte[] end = "\"}".getBytes(UTF_8);
    byte[] whole =
        ByteBuffer.allocate(start.length + odd.length + end.length)
            .put(start)
            .put(odd)
            .put(end)
            .array();
    cases.add(raw(world, name, whole, expected));
  }

  private static Case raw(World world, String name, byte[] body, String... expected) {
    Request head = world.sale("").bare().with("Content-Length", String.valueOf(body.length));
    return new Case(
        name,
        "POST",
        target -> {
          byte[] start = head.bytes(target);
          return ByteBuffer.allocate(start.length + body.length).put(start).put(body).array();
        },
        List.of(expected));
  }
}
