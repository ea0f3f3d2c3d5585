package dev.steadfast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSyntaxTest {

  private static List<String> problems(String text) {
    return Given.lines(Given.data("data.yaml", text).problems());
  }

  @Test
  void keys_areNamesAsWritten() {
    assertThat(Given.value("{on: 1, 0o7: 2, yes: 3, 200: 4, null: 5, 1.0: 6, ~: 7, 2020-01-01: 8}"))
        .hasToString(
            "{\"on\":1,\"0o7\":2,\"yes\":3,\"200\":4,\"null\":5,\"1.0\":6,\"~\":7,\"2020-01-01\":8}");
  }

  @Test
  void plainScalars_followTheCoreSchema() {
    assertThat(
            Given.value(
                "[yes, on, No, true, FALSE, null, ~, 012, 0o17, 0xFF, 1_000, 12:30, 2020-01-01, +1,"
                    + " .5, 1., 1e3, '1', \"true\", 0b1, 1.0.0, e3]"))
        .hasToString(
            "[\"yes\",\"on\",\"No\",true,false,null,null,12,15,255,\"1_000\",\"12:30\","
                + "\"2020-01-01\",1,0.5,1,1E+3,\"1\",\"true\",\"0b1\",\"1.0.0\",\"e3\"]");
  }

  @Test
  void numbers_areExact() {
    assertThat(Given.value("[9007199254740993, 1e400, 12345678901234567890123]"))
        .hasToString("[9007199254740993,1E+400,12345678901234567890123]");
    assertThat(problems("a: 1e999999999\nb: .inf\nc: -.Inf\nd: .nan"))
        .containsExactly(
            "data.yaml:1:4: number out of range: more than 1,000 characters, or an exponent beyond"
                + " 10,000",
            "data.yaml:2:4: '.inf' is no JSON value",
            "data.yaml:3:4: '-.Inf' is no JSON value",
            "data.yaml:4:4: '.nan' is no JSON value");
  }

  @Test
  void valuesAndKeys_keepTheirPlaces() {
    ObjectNode root = (ObjectNode) Given.value("a:\n  - x: '😀'  \n    😀y: z\n  - |\n    text\n");
    assertThat(root.keyLine("a") + ":" + root.keyColumn("a")).isEqualTo("1:1");
    ObjectNode first = (ObjectNode) Given.at(root, "/a/0");
    assertThat(first.line() + ":" + first.column()).isEqualTo("2:5");
    assertThat(first.keyLine("😀y") + ":" + first.keyColumn("😀y")).isEqualTo("3:5");
    Node value = Given.at(first, "/😀y");
    assertThat(value.line() + ":" + value.column()).isEqualTo("3:10");
    Node text = Given.at(root, "/a/1");
    assertThat(text.line() + ":" + text.column()).isEqualTo("4:5");
    assertThat(text).isEqualTo(StringNode.of("text\n"));
  }

  @Test
  void aliases_shareTheirAnchor() {
    Node root = Given.value("a: &x {k: 1}\nb: *x\nc: &y text\nd: *y\n&z key: *z");
    assertThat(Given.at(root, "/b")).isSameAs(Given.at(root, "/a"));
    assertThat(Given.at(root, "/b").pointer()).isEqualTo("/a");
    assertThat(root)
        .hasToString(
            "{\"a\":{\"k\":1},\"b\":{\"k\":1},\"c\":\"text\",\"d\":\"text\",\"key\":\"key\"}");
  }

  @Test
  void aliases_withoutAnchor_orInsideThemselves_areProblems() {
    assertThat(problems("a: *x"))
        .containsExactly("data.yaml:1:4: alias '*x' has no anchor before it");
    assertThat(problems("a: &x [1, *x]"))
        .containsExactly("data.yaml:1:11: alias '*x' is part of itself");
  }

  @Test
  void aliasesThatMultiply_areAProblem() {
    StringBuilder text = new StringBuilder("x0: &x0 [" + "0,".repeat(20) + "]\n");
    for (int i = 1; i < 9; i++) {
      String item = "*x" + (i - 1) + ",";
      text.append("x" + i + ": &x" + i + " [" + item.repeat(20) + "]\n");
    }
    assertThat(problems(text.toString()))
        .containsExactly("data.yaml:5:26: aliases stand for more than 1000000 values");
  }

  @Test
  void aliasesThatDeepen_areAProblem() {
    StringBuilder text = new StringBuilder("x0: &x0 [0]\n");
    for (int i = 1; i < 600; i++) {
      text.append("x" + i + ": &x" + i + " [*x" + (i - 1) + "]\n");
    }
    assertThat(problems(text.toString()))
        .containsExactly("data.yaml:500:14: nested more than 500 levels deep");
  }

  @Test
  void mergeKeys_giveWayToOwnMembers() {
    assertThat(
            Given.value(
                """
                base: &base {a: 1, b: 2}
                other: &other {b: 3, c: 4}
                one: {b: own, <<: *base}
                many: {<<: [*base, *other], d: 5}
                quoted: {'<<': 1}
                """))
        .hasToString(
            "{\"base\":{\"a\":1,\"b\":2},\"other\":{\"b\":3,\"c\":4},\"one\":{\"b\":\"own\",\"a\":1},"
                + "\"many\":{\"d\":5,\"a\":1,\"b\":2,\"c\":4},\"quoted\":{\"<<\":1}}");
    assertThat(problems("a: {<<: text}"))
        .containsExactly("data.yaml:1:9: merge key '<<' wants an object or a list of objects");
  }

  @Test
  void duplicateKeys_nameBothPlaces() {
    assertThat(problems("a: 1\nb: {c: 1, 'c': 2}\n\"a\": 2"))
        .containsExactly(
            "data.yaml:2:11: duplicate key 'c', first used at 2:5",
            "data.yaml:3:1: duplicate key 'a', first used at 1:1");
  }

  @Test
  void structures_thatAreNoJson_areProblems() {
    assertThat(problems("? [a, b]\n: 1"))
        .containsExactly("data.yaml:1:3: a key must be a single name");
    assertThat(problems("a: 1\n---\nb: 2"))
        .containsExactly("data.yaml:2:1: a second YAML document; one is wanted");
    assertThat(problems("a: !include b.yaml\nc: !!int x"))
        .containsExactly(
            "data.yaml:1:4: unknown tag '!include'", "data.yaml:2:4: 'x' is not what its tag says");
    assertThat(problems("a: !!set {b}"))
        .containsExactly("data.yaml:1:4: unknown tag 'tag:yaml.org,2002:set'");
    assertThat(Given.value("[!!str 1, !!int '2', !!float 3, !!null '', ! 4]"))
        .hasToString("[\"1\",2,3,null,\"4\"]");
  }

  @Test
  void tabsAsIndentation_areAProblem() {
    assertThat(problems("a:\n\tb: 1"))
        .containsExactly(
            "data.yaml:2:1: not YAML: while scanning for the next token: found character '\\t(TAB)'"
                + " that cannot start any token. (Do not use \\t(TAB) for indentation)");
  }

  @Test
  void controlCharacters_areAProblem() {
    assertThat(problems("a: b\nc: \u0001"))
        .containsExactly("data.yaml:2:4: not YAML: character U+0001 is not allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\n", "# only a comment\n", "\ufeff"})
  void nothing_isAProblem(String text) {
    assertThat(problems(text)).containsExactly("data.yaml:1:1: the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void encodings_areRecognised(String name) {
    for (String text :
        List.of("a: é😀", "\ufeffa: é😀", "{\"a\": \"é😀\"}", "\ufeff{\"a\": \"é😀\"}")) {
      Node value = Given.value(text.getBytes(Charset.forName(name)));
      assertThat(value).as(text).hasToString("{\"a\":\"é😀\"}");
      assertThat(((ObjectNode) value).keyColumn("a")).isEqualTo(text.contains("{") ? 2 : 1);
    }
  }

  @Test
  void bytesThatAreNoText_areAProblem() {
    byte[] bytes = "a: é\nb: x\n".getBytes(StandardCharsets.UTF_8);
    bytes[9] = (byte) 0xff;
    assertThat(Given.lines(DataReader.read(Source.of("data.yaml", bytes)).problems()))
        .containsExactly(
            "data.yaml:2:4: not UTF-8: byte 0xff at offset 9 is not part of a character");
  }

  @Test
  void whatTheParserTripsOver_isAProblem() {
    assertThat(problems("a: b\nc: \"\\u"))
        .containsExactly(
            "data.yaml:2:1: not YAML: broken after this place: For input string: \"\" under radix 16");
    assertThat(problems("%YAML 3.0\n---\na: b"))
        .singleElement()
        .asString()
        .startsWith("data.yaml:1:1: not YAML: ");
  }
}
