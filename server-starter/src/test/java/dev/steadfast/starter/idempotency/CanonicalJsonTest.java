package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  @Test
  void members_areSortedByUtf16CodeUnits() {
    // the example of RFC 8785 §3.2.3
    String text =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With"
            + " Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
            + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
    assertThat(of(text))
        .hasValue(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small"
                + " Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning"
                + " Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void spelling_doesNotMatter() {
    assertThat(of(" { \"b\" : [ 1 , true , null ] ,\n\"a\":{\"y\":\"\\u0041\\/\",\"x\":{}} } "))
        .hasValue("{\"a\":{\"x\":{},\"y\":\"A/\"},\"b\":[1,true,null]}");
  }

  @Test
  void strings_haveTheShortestEscapes() {
    assertThat(of("\"\\u0000\\u001F\\b\\t\\n\\f\\r\\\"\\\\\\u007f\""))
        .hasValue("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\u007f\"");
  }

  @ParameterizedTest
  @CsvSource({
    "10.50,105e-1",
    "10.5,105e-1",
    "105e-1,105e-1",
    "1050,1050",
    "1.050e3,105e1",
    "1050.0,105e1",
    "-0,0",
    "-0.0e5,0",
    "0e999999999,0",
    "9007199254740993,9007199254740993",
    "9007199254740992,9007199254740992",
    "123456789012345678901,123456789012345678901",
    "1e999999999,1e999999999"
  })
  void numbers_areTheirExactValue(String text, String canonical) {
    assertThat(of(text)).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1}x",
        "{\"a\":1} {}",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "{'a':1}",
        "[1,]",
        "01",
        "NaN",
        "\"a\nb\"",
        "// comment\n1"
      })
  void otherText_hasNone(String text) {
    assertThat(of(text)).isEmpty();
  }

  @Test
  void badUtf8AndEndlessText_haveNone() {
    assertThat(CanonicalJson.of(new byte[] {'"', (byte) 0xc3, '"'})).isEmpty();
    assertThat(of("[".repeat(100_000))).isEmpty();
    assertThat(of("9".repeat(5_000))).isEmpty();
  }

  private static Optional<String> of(String text) {
    return CanonicalJson.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
