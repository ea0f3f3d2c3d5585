package dev.steadfast.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSyntaxTest {

  private static List<String> problems(String text) {
    return Given.lines(Given.data("data.json", text).problems());
  }

  @Test
  void valuesAndKeys_keepTheirPlaces() {
    Node root = Given.value("{\n  \"a\" : [ 1,\n\ttrue ],\n  \"é😀\": null, \"z\": \"s\"\n}");
    ObjectNode object = (ObjectNode) root;
    assertThat(places(root)).isEqualTo("1:1");
    assertThat(object.keyLine("a") + ":" + object.keyColumn("a")).isEqualTo("2:3");
    assertThat(places(Given.at(root, "/a"))).isEqualTo("2:9");
    assertThat(places(Given.at(root, "/a/0"))).isEqualTo("2:11");
    assertThat(places(Given.at(root, "/a/1"))).isEqualTo("3:2");
    assertThat(places(Given.at(root, "/é😀"))).isEqualTo("4:10");
    assertThat(object.keyColumn("z")).isEqualTo(16);
    assertThat(Given.at(root, "/a/1").pointer()).isEqualTo("/a/1");
  }

  private static String places(Node node) {
    return node.line() + ":" + node.column();
  }

  @Test
  void numbers_areExact() {
    assertThat(Given.value("[9007199254740993, 1e400, -0.10, 12345678901234567890123, 1E-7]"))
        .hasToString("[9007199254740993,1E+400,-0.10,12345678901234567890123,1E-7]");
  }

  @Test
  void numbers_beyondTheLimits_areProblems() {
    String digits = "1".repeat(1001);
    assertThat(
            problems("{\"a\": [1e999999999, 1e99999999999999999999, -1e-10002, " + digits + "]}"))
        .containsExactly(
            "data.json:1:8: number out of range: more than 1,000 characters, or an exponent beyond"
                + " 10,000",
            "data.json:1:21: number out of range: more than 1,000 characters, or an exponent beyond"
                + " 10,000",
            "data.json:1:45: number out of range: more than 1,000 characters, or an exponent beyond"
                + " 10,000",
            "data.json:1:56: number out of range: more than 1,000 characters, or an exponent beyond"
                + " 10,000");
  }

  @Test
  void duplicateKeys_areAllProblems() {
    assertThat(problems("{\"a\": 1,\n \"b\": {\"x\": 1, \"x\": 2},\n \"a\": 3, \"a\": 4}"))
        .containsExactly(
            "data.json:2:16: duplicate key 'x', first used at 2:8",
            "data.json:3:2: duplicate key 'a', first used at 1:2",
            "data.json:3:10: duplicate key 'a', first used at 1:2");
  }

  @Test
  void duplicateKeys_amongMany_areAllProblems() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 100; i++) {
      text.append("\"k").append(i).append("\":0,");
    }
    assertThat(problems(text + "\"k7\":1}"))
        .containsExactly("data.json:1:792: duplicate key 'k7', first used at 1:51");
  }

  @Test
  void duplicateKey_hasItsPointer() {
    assertThat(Given.data("d", "{\"a/b\":[0,{\"x\":1,\"x\":2}]}").problems())
        .extracting(problem -> problem.at().pointer())
        .containsExactly("/a~1b/1/x");
  }

  @Test
  void contentAfterTheEnd_isAProblem() {
    assertThat(problems("{}\n{}"))
        .containsExactly("data.json:2:1: content after the end of the JSON document");
  }

  @Test
  void notANumber_isAProblem() {
    assertThat(problems("{\"a\": NaN}"))
        .singleElement()
        .asString()
        .startsWith("data.json:1:10: not JSON: Non-standard token 'NaN'");
  }

  @Test
  void brokenJson_isAProblemAtItsPlace() {
    assertThat(problems("{\"a\": 1,\n \"b\" 2}"))
        .containsExactly(
            "data.json:2:6: not JSON: Unexpected character ('2' (code 50)): was expecting a colon to"
                + " separate property name and value");
  }

  @Test
  void depthBeyondTheLimit_isAProblem() {
    assertThat(problems("[".repeat(501) + "]".repeat(501)))
        .containsExactly("data.json:1:501: nested more than 500 levels deep");
    assertThat(problems("[".repeat(500) + "]".repeat(500))).isEmpty();
    assertThat(problems("[".repeat(5_000_000)))
        .containsExactly("data.json:1:501: nested more than 500 levels deep");
  }

  @Test
  void flowYamlInAJsonFile_isYaml() {
    assertThat(Given.data("data.json", "{a: b, c: [d]}").value())
        .hasToString("{\"a\":\"b\",\"c\":[\"d\"]}");
    assertThat(Given.data("data.json", "a: 1").value()).hasToString("{\"a\":1}");
    assertThat(Given.data("data.yaml", "{\t\"a\":\t1}").value()).hasToString("{\"a\":1}");
  }

  @Test
  void values_beyondTheLimit_areAProblem() {
    Limits few = new Limits(1000, 10, 3, 10, 10, 10, 10, 10);
    assertThat(
            Given.lines(
                SpecReader.read(Source.of("a.json", "[1,2,3,4]".getBytes(UTF_8)), few).problems()))
        .containsExactly("a.json:1:8: more than 3 values");
  }
}
