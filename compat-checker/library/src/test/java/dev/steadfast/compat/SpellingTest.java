package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.diff.Wire;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of OAS 3.1 §4.8.12.6. */
class SpellingTest {

  private static final Node TEXT = StringNode.of("blue");
  private static final Node LIST =
      ArrayNode.of(List.of(StringNode.of("blue"), StringNode.of("black")));
  private static final Node RECORD = record();

  private static Node record() {
    Map<String, Node> members = new LinkedHashMap<>();
    members.put("R", StringNode.of("100"));
    members.put("G", StringNode.of("200"));
    return ObjectNode.of(members);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form|false|color=blue|color=blue,black|color=R,100,G,200",
        "form|true|color=blue|color=blue&color=black|R=100&G=200",
        "spaceDelimited|false|color=blue|color=blue%20black|color=R%20100%20G%20200",
        "pipeDelimited|false|color=blue|color=blue%7Cblack|color=R%7C100%7CG%7C200",
        "deepObject|true|color=blue|color=blue&color=black|color[R]=100&color[G]=200",
      })
  void query(String style, boolean explode, String text, String list, String record) {
    Spelling spelling = new Spelling(new Wire("query", style, explode), Percent::encode);
    assertThat(String.join("&", spelling.pairs("color", TEXT))).isEqualTo(text);
    assertThat(String.join("&", spelling.pairs("color", LIST))).isEqualTo(list);
    assertThat(String.join("&", spelling.pairs("color", RECORD))).isEqualTo(record);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simple|false|blue|blue,black|R,100,G,200",
        "simple|true|blue|blue,black|R=100,G=200",
        "label|false|.blue|.blue,black|.R,100,G,200",
        "label|true|.blue|.blue.black|.R=100.G=200",
        "matrix|false|;color=blue|;color=blue,black|;color=R,100,G,200",
        "matrix|true|;color=blue|;color=blue;color=black|;R=100;G=200",
      })
  void path(String style, boolean explode, String text, String list, String record) {
    Spelling spelling = new Spelling(new Wire("path", style, explode), Percent::encode);
    assertThat(spelling.text("color", TEXT)).isEqualTo(text);
    assertThat(spelling.text("color", LIST)).isEqualTo(list);
    assertThat(spelling.text("color", RECORD)).isEqualTo(record);
  }
}
