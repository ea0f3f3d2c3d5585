package dev.steadfast.confirm;

import static dev.steadfast.spec.Dialect.DRAFT_2020_12;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertedFormatTest {

  @ParameterizedTest
  @CsvSource({
    "date, 2020-02-29, 2021-02-29",
    "date-time, 2020-01-01T00:00:00.5+01:00, 2020-01-01 00:00:00Z",
    "date-time, 2016-12-31t23:59:60z, 2016-12-31T23:58:60Z",
    "time, 00:59:60+01:00, 00:59:60Z",
    "duration, P1DT2H, P",
    "duration, PT1S, P1Y1D",
    "duration, P2W, P1W1D",
    "email, a.b@c.de, a..b@c.de",
    "idn-email, ä@ö.de, @ö.de",
    "hostname, a-b.c, -a.c",
    "idn-hostname, bücher.example, bü cher",
    "ipv4, 1.2.3.255, 1.2.3.256",
    "ipv4, 0.0.0.0, 01.2.3.4",
    "ipv6, ::1, 1::2::3",
    "ipv6, 1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:7",
    "uri, http://a/b?c#d, /b",
    "uri, a:, a",
    "uri, urn:isbn:1-2, http://a b/",
    "uri, 'http://u@[::1]:80/', 'http://[::1/'",
    "uri-reference, ../b, a b",
    "uri-reference, //h/p?q=/?#f, 1:b",
    "iri, http://ä/, ä",
    "uri-template, '/a/{b,c*}', /a/{b",
    "uuid, 12345678-1234-1234-1234-1234567890ab, 123",
    "json-pointer, /a~1b/0, a",
    "relative-json-pointer, 1/a, -1"
  })
  void assertsTextFormats(String format, String good, String bad) {
    Questions text = Questions.schema(DRAFT_2020_12, "{'format': '" + format + "'}");
    assertThat(text.says("'" + good + "'")).isEqualTo("yes");
    assertThat(text.says("'" + bad + "'")).isEqualTo("no");
    assertThat(text.says("1")).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource({
    "int32, 2147483647, 2147483648",
    "int32, 1.0, 1.5",
    "int64, -9223372036854775808, 9223372036854775808",
    "uint8, 255, -1",
    "float, 3.4e38, 3.5e38",
    "double, 1.7e308, 1e400"
  })
  void assertsNumberFormats(String format, String good, String bad) {
    Questions number = Questions.schema(DRAFT_2020_12, "{'format': '" + format + "'}");
    assertThat(number.says(good)).isEqualTo("yes");
    assertThat(number.says(bad)).isEqualTo("no");
    assertThat(number.says("'x'")).isEqualTo("yes");
  }

  @Test
  void ignoresFormatsThatNobodyDefines() {
    assertThat(Questions.schema(DRAFT_2020_12, "{'format': 'card-number'}").says("'x'"))
        .isEqualTo("yes");
  }
}
