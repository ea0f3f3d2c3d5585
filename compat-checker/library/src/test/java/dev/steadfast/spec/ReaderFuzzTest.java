package dev.steadfast.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Broken bytes never break the reader: it answers, soon, with a document or with problems. A longer
 * run: {@code -Dfuzz.rounds=1000000}.
 */
class ReaderFuzzTest {

  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 1_500);

  /* Not the clock on the wall: the machine may be busy with other things. */
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private static final String[] SEEDS = {
    """
    openapi: 3.1.0
    info: {title: t, version: '1'}
    x-a: &a {k: [1, 2.5e3, 0o7, .inf, ~, "é😀"]}
    x-b: {<<: *a, c: *a, ? d : |
      text
    }
    paths:
      /a/{id}:
        parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/A'}}]
        post:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
          responses: {'200': {$ref: '#/components/responses/R'}}
    components:
      responses: {R: {description: r, headers: {H: {schema: {type: integer}}}}}
      schemas:
        A: {type: string, maxLength: 12, enum: [a, null, 1]}
        B: {$id: 'https://example.com/b', allOf: [{$ref: '#/$defs/c'}], $defs: {c: {$anchor: x, type: [object, 'null']}}}
    """,
    "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"responses\":"
        + "{\"200\":{\"description\":\"\\u00e9\\ud83d\",\"content\":{\"a/b\":{\"schema\":{\"$ref\":\"#/components/schemas/A\"}}}}}}}},"
        + "\"components\":{\"schemas\":{\"A\":{\"properties\":{\"a\":{\"items\":{\"$ref\":\"#/components/schemas/A\"}},\"b\":"
        + "{\"minimum\":-1.50e+2,\"discriminator\":{\"propertyName\":\"k\",\"mapping\":{\"x\":\"#/components/schemas/A\"}}}}}}}}",
    """
    swagger: '2.0'
    info: {title: t, version: '1'}
    host: h
    schemes: [http, https]
    consumes: [application/json]
    parameters: {B: {name: b, in: body, schema: {$ref: '#/definitions/A'}}}
    paths:
      /a:
        parameters: [{name: q, in: query, type: array, items: {type: string}, collectionFormat: ssv}]
        post:
          parameters: [{$ref: '#/parameters/B'}, {name: f, in: formData, type: file}]
          responses: {200: {description: ok, schema: {type: file}, headers: {H: {type: string}}}}
    definitions: {A: {discriminator: k, x-nullable: true, properties: {k: {type: string}}}}
    securityDefinitions: {o: {type: oauth2, flow: implicit, scopes: {a: b}}}
    """
  };

  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\n",
    "  ",
    "- ",
    "'",
    "\"",
    "&a ",
    "*a ",
    "<<: ",
    "$ref: ",
    "null",
    "!x ",
    "!!int ",
    "? ",
    "|",
    ">",
    "%",
    "#",
    "---\n",
    "...\n",
    "\t",
    "\u0000",
    "\ufeff",
    "1e9999999",
    "~",
    "true",
    "0x",
    "$id: ",
    "\\u",
    "@",
    "`"
  };

  @Test
  void brokenBytes_giveAnAnswer() {
    Random random = new Random(20261122);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = SEEDS[random.nextInt(SEEDS.length)].getBytes(UTF_8);
      for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
        bytes = edit(bytes, random);
      }
      answers(bytes, round);
    }
  }

  private static byte[] edit(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(30));
    byte[] insert =
        switch (random.nextInt(6)) {
          case 0 -> new byte[0];
          case 1 -> new byte[] {(byte) random.nextInt(256)};
          case 2, 3 -> TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8);
          case 4 -> Arrays.copyOfRange(bytes, at, end);
          default -> {
            int from = random.nextInt(bytes.length + 1);
            yield Arrays.copyOfRange(
                bytes, from, Math.min(bytes.length, from + random.nextInt(60)));
          }
        };
    int keep = random.nextBoolean() ? at : end;
    byte[] edited = new byte[at + insert.length + bytes.length - keep];
    System.arraycopy(bytes, 0, edited, 0, at);
    System.arraycopy(insert, 0, edited, at, insert.length);
    System.arraycopy(bytes, keep, edited, at + insert.length, bytes.length - keep);
    return edited.length == 0 ? new byte[] {'{'} : edited;
  }

  private static void answers(byte[] bytes, int round) {
    String text = "round " + round + ": " + new String(bytes, UTF_8);
    long start = PROCESSOR.getCurrentThreadCpuTime();
    try {
      Reading reading = SpecReader.read(Source.of("api.yaml", bytes));
      reading.problems().forEach(problem -> assertThat(problem.at().line()).as(text).isPositive());
      SpecReader.readSchema(Source.of("schema.json", bytes), Dialect.DRAFT_07);
      Document document = reading.document();
      if (document != null) {
        assertThat(document.root().toString()).as(text).startsWith("{");
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(text, e);
    }
    assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - start))
        .as(text)
        .isLessThan(Duration.ofSeconds(5));
  }
}
