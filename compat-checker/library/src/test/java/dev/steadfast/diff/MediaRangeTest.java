package dev.steadfast.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaRangeTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json, true",
    "application/json, Application/JSON, true",
    "application/json, application/json; charset=utf-8, true",
    "application/json; charset=utf-8, application/json, true",
    "text/plain, text/plain; charset=utf-8, true",
    "text/plain; charset=utf-8, text/plain, false",
    "text/plain; charset=UTF-8, text/plain;charset=\"utf-8\", true",
    "application/*, application/json, true",
    "application/json, application/*, false",
    "*/*, image/png, true",
    "text/*, image/png, false",
    "application/*+json, application/problem+json, true",
    "application/*+json, application/json, false",
    "application/vnd.a+json; version=1, application/vnd.a+json; version=2, false",
  })
  void covers(String range, String type, boolean expected) {
    assertThat(MediaRange.of(range).covers(MediaRange.of(type))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "text/*, text/plain, text/html",
    "*/*, application/*, text/plain",
    "a/b, a/b, ''",
    "a/b, a/c, a/b"
  })
  void typeOutside(String range, String other, String expected) {
    assertThat(MediaRange.of(range).typeOutside(List.of(MediaRange.of(other)))).isEqualTo(expected);
  }
}
