package dev.steadfast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatRelationsTest {

  private static Emptiness inclusion(String left, String right) {
    return StringSet.format(left).and(StringSet.format(right).not()).emptiness();
  }

  @ParameterizedTest
  @CsvSource({
    "uri, uri-reference",
    "uri, iri",
    "uri-reference, iri-reference",
    "iri, iri-reference",
    "uri, uri-template",
    "email, idn-email",
    "hostname, idn-hostname",
    "ipv4, hostname",
    "ipv4, uri-reference",
    "uuid, hostname",
    "byte, uri-reference",
  })
  void narrowFormat_isPartOfWideOne(String narrow, String wide) {
    assertThat(inclusion(narrow, wide)).isEqualTo(Emptiness.EMPTY);
    assertThat(inclusion(wide, narrow)).isEqualTo(Emptiness.INHABITED);
  }

  @ParameterizedTest
  @CsvSource({
    "date, date-time",
    "date, time",
    "uuid, date",
    "ipv4, ipv6",
    "email, uri",
    "email, hostname",
    "uri, json-pointer",
    "duration, date-time",
  })
  void differentFormats_shareNoString(String one, String other) {
    assertThat(StringSet.format(one).and(StringSet.format(other)).emptiness())
        .isEqualTo(Emptiness.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "date, 2024-02-29, YES",
    "date, 2023-02-29, NO",
    "date, 1900-02-29, NO",
    "date, 2000-02-29, YES",
    "date, 2024-04-31, NO",
    "date, 2024-13-01, NO",
    "date-time, 1990-12-31T15:59:60-08:00, YES",
    "date-time, 1990-12-31T23:59:60Z, YES",
    "date-time, 1990-12-31T22:59:60Z, NO",
    "date-time, 2024-01-01t00:00:00.5z, YES",
    "date-time, 2024-01-01 00:00:00Z, NO",
    "date-time, 2024-01-01T24:00:00Z, NO",
    "time, 12:30:00, NO",
    "time, 12:30:00+24:00, NO",
    "duration, P1Y2M3DT4H5M6S, YES",
    "duration, PT, NO",
    "duration, P1YT1S, YES",
    "duration, P1Y1D, NO",
    "duration, P2W, YES",
    "email, joe.bloggs@example.com, YES",
    "email, joe..bloggs@example.com, NO",
    "email, '\"joe bloggs\"@example.com', YES",
    "email, joe@[127.0.0.1], YES",
    "email, joe@[IPv6:::1], YES",
    "email, joe@, NO",
    "hostname, a-b.c, YES",
    "hostname, -a, NO",
    "hostname, a., NO",
    "hostname, a_b, NO",
    "idn-hostname, bücher.example, YES",
    "idn-hostname, a b, NO",
    "ipv4, 256.0.0.1, NO",
    "ipv4, 01.0.0.1, NO",
    "ipv6, 1:2:3:4:5:6:7:8, YES",
    "ipv6, ::, YES",
    "ipv6, 1::8, YES",
    "ipv6, 1:2:3:4:5:6:7::, YES",
    "ipv6, ::ffff:192.0.2.1, YES",
    "ipv6, 1:2:3:4:5:6:7:8:9, NO",
    "ipv6, 1::2::3, NO",
    "ipv6, fe80::1%eth0, NO",
    "uri, //example.com, NO",
    "uri, http://[::1]:80/a?b#c, YES",
    "uri, http://a b, NO",
    "uri, http://a/%zz, NO",
    "uri, http://ä, NO",
    "iri, http://ä, YES",
    "uri-reference, a:b, YES",
    "uri-reference, 1:b, NO",
    "uri-template, '/{a,b*}{?c:3}', YES",
    "uri-template, /{a, NO",
    "json-pointer, /a~0b~1c, YES",
    "json-pointer, /a~2, NO",
    "json-pointer, a, NO",
    "relative-json-pointer, 1/a, YES",
    "relative-json-pointer, 01, NO",
    "uuid, 2EB8AA08-AA98-11EA-B4AA-73B441D16380, YES",
    "uuid, 2eb8aa08aa9811eab4aa73b441d16380, NO",
    "regex, ^a(b|c)$, YES",
    "regex, a(b, NO",
    "byte, YQ==, YES",
    "byte, YQ, NO",
    "base64url, YQ, YES",
    "char, 😀, YES",
    "char, ab, NO",
  })
  void member_isKnown(String format, String string, Tri expected) {
    assertThat(StringSet.format(format).contains(string)).isEqualTo(expected);
  }

  @Test
  void lengths_limitFormats() {
    StringSet email = StringSet.format("email");
    assertThat(email.and(StringSet.length(255, null)).emptiness()).isEqualTo(Emptiness.EMPTY);
    assertThat(email.and(StringSet.length(101, null)).samples(1))
        .containsExactly("a".repeat(64) + "@" + "a".repeat(24) + ".example.com");
    StringSet dateTime = StringSet.format("date-time").and(StringSet.length(25, 25));
    assertThat(dateTime.samples(2))
        .containsExactly("2024-01-01T00:00:00+01:00", "2024-01-01T00:00:00.0000Z");
    assertThat(StringSet.format("uuid").and(StringSet.length(0, 35)).emptiness())
        .isEqualTo(Emptiness.EMPTY);
    assertThat(StringSet.format("uuid").and(StringSet.length(36, 36).not()).emptiness())
        .isEqualTo(Emptiness.EMPTY);
  }

  @Test
  void formatsThatAssertNothing_allowEverything() {
    for (String name : List.of("password", "binary", "currency", "int32", "")) {
      assertThat(StringSet.isKnownFormat(name)).isFalse();
      assertThat(StringSet.format(name)).isEqualTo(StringSet.all());
    }
  }

  @Test
  void oneFormat_isEqualToItself() {
    assertThat(StringSet.format("uri")).isEqualTo(StringSet.format("uri"));
    assertThat(StringSet.format("uri").and(StringSet.format("uri").not()))
        .isEqualTo(StringSet.none());
  }
}
