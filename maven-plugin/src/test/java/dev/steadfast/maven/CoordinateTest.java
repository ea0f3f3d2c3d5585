package dev.steadfast.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTest {

  @Test
  void coordinate_withPath_isTakenApart() {
    assertThat(Coordinate.parse("dev.steadfast:api-spec:1.2.0:api/payments-v2.yaml"))
        .contains(new Coordinate("dev.steadfast", "api-spec", "1.2.0", "api/payments-v2.yaml"));
  }

  @Test
  void coordinate_withoutPath_isTheDocument() {
    assertThat(Coordinate.parse("dev.steadfast:payments:1.2.0"))
        .contains(new Coordinate("dev.steadfast", "payments", "1.2.0", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELEASE", "(,2.0)", "[1.0,2.0)", "[1.0,1.1],[1.3,)"})
  void version_thatCanBeSeveral_isOpen(String version) {
    assertThat(Coordinate.parse("g.g:a:" + version + ":api.yaml").map(Coordinate::open))
        .contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.0-SNAPSHOT", "LATEST"})
  void version_thatIsOne_isNotOpen(String version) {
    assertThat(Coordinate.parse("g.g:a:" + version).map(Coordinate::open)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.yaml",
        "released/api.yaml",
        "C:\\api\\payments.yaml",
        "C:/api/a:b/c",
        "a:b",
        "g.g:a:",
        "g.g:a:1.0:",
        "g.g:a:1.0:x:y",
        ""
      })
  void file_isNoCoordinate(String text) {
    assertThat(Coordinate.parse(text)).isEmpty();
  }

  @Test
  void text_isWhatUsersWrite() {
    assertThat(new Coordinate("g.g", "a", "RELEASE", "api.yaml").at("1.0"))
        .hasToString("g.g:a:1.0:api.yaml");
    assertThat(new Coordinate("g.g", "a", "1.0", "")).hasToString("g.g:a:1.0");
  }
}
