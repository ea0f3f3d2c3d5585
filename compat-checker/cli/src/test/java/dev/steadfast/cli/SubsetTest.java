package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubsetTest {

  @TempDir private Path folder;

  @Test
  void narrower_isProven() throws IOException {
    assertThat(subset("{\"type\":\"integer\"}", "{\"type\":\"number\"}"))
        .isEqualTo(new Run(0, "proven: every value of A is a value of B\n", ""));
  }

  @Test
  void wider_isRefutedWithAValue() throws IOException {
    assertThat(subset("{\"type\":\"string\",\"maxLength\":11}", "{\"maxLength\":10}"))
        .isEqualTo(
            new Run(
                1,
                """
                refuted: A allows a value that B refuses
                    value: "aaaaaaaaaaa"
                    confirmed: an independent validator agrees
                """,
                ""));
  }

  @Test
  void json_isOneLine() throws IOException {
    assertThat(subset("true", "{\"not\":{\"const\":9007199254740993}}", "--format", "json"))
        .isEqualTo(
            new Run(
                1,
                "{\"answer\":\"refuted\",\"witness\":9007199254740993,\"confirmed\":true}\n",
                ""));
  }

  @Test
  void dialect_decidesWhatSchemasMean() throws IOException {
    String a = "{\"type\":\"integer\",\"minimum\":1}";
    String b = "{\"minimum\":1,\"exclusiveMinimum\":true}";
    assertThat(subset(a, b, "--dialect", "http://json-schema.org/draft-04/schema#"))
        .isEqualTo(
            new Run(
                1,
                """
                refuted: A allows a value that B refuses
                    value: 1
                    confirmed: an independent validator agrees
                """,
                ""));
    assertThat(subset(a, b).code()).isZero();
    assertThat(subset(a, b, "--dialect", "draft-99").err())
        .startsWith("steadfast: --dialect 'draft-99' is not one of https://json-schema.org/");
  }

  @Test
  void unreadableSchema_isAnErrorWithItsPlace() throws IOException {
    assertThat(subset("{\"type\":\"integr\"}", "{"))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.out()).isEmpty();
              assertThat(run.err().lines())
                  .satisfiesExactly(
                      line -> assertThat(line).startsWith(file("a.json") + ":1:9: error: "),
                      line -> assertThat(line).startsWith(file("b.json") + ":1:"));
            });
  }

  @Test
  void each_answersEveryLineInOrder() throws IOException {
    Files.writeString(
        folder.resolve("questions.jsonl"),
        """
        {"id":1,"a":{"type":"integer"},"b":true}
        {"id":"two","a":true,"b":false}

        {"id":3,"a":true}
        {"id":4,"a":{"$ref":"#/nowhere"},"b":true}
        {"id":5,"a":{"minimum":1},"b":{"minimum":1,"exclusiveMinimum":true},"dialect":"http://json-schema.org/draft-04/schema"}
        {"id":6,"a":true,"b":true,"dialect":"latest"}
        [1,2]
        {"id":7,
        """);
    Run run = Run.of("subset", "--each", file("questions.jsonl"));
    String name = file("questions.jsonl");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("{\"id\":1,\"answer\":\"proven\"}"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"id\":\"two\",\"answer\":\"refuted\",\"witness\":null,\"confirmed\":true}"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "{\"id\":3,\"answer\":\"error\",\"problems\":[{\"file\":\""
                            + name
                            + "\",\"pointer\":\"\",\"line\":4,\"column\":1,\"message\":\"a question"
                            + " needs 'b'\"}]}"),
            line -> assertThat(line).startsWith("{\"id\":4,\"answer\":\"error\",\"problems\":[{"),
            line -> assertThat(line).startsWith("{\"id\":5,\"answer\":\"refuted\",\"witness\":1,"),
            line ->
                assertThat(line)
                    .startsWith("{\"id\":6,\"answer\":\"error\",")
                    .contains("'dialect' is not one of"),
            line -> assertThat(line).startsWith("{\"answer\":\"error\",").contains("\"line\":8,"),
            line -> assertThat(line).startsWith("{\"answer\":\"error\",").contains("\"line\":9,"));
  }

  private Run subset(String a, String b, String... options) throws IOException {
    Files.writeString(folder.resolve("a.json"), a);
    Files.writeString(folder.resolve("b.json"), b);
    String[] arguments = new String[options.length + 3];
    arguments[0] = "subset";
    arguments[1] = file("a.json");
    arguments[2] = file("b.json");
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Run.of(arguments);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
