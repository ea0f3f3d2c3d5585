package dev.steadfast.starter.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lifecycle files, right and wrong. */
class LifecycleReaderTest {

  private static ApiLifecycle read(String version) throws IOException {
    String file =
        "{\"schemaVersion\":1,\"api\":\"books\",\"versions\":[{\"version\":\"v1\",\"basePath\":\"/v1\""
            + (version.isEmpty() ? "" : ",")
            + version
            + "}]}";
    return LifecycleReader.read(
        "f.json", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void file_withoutDates_saysNothing() throws IOException {
    assertThat(read("").versions())
        .containsExactly(new VersionLifecycle("v1", "/v1", State.CURRENT, End.NONE, List.of()));
  }

  @Test
  void file_withHeadersReady_sendsThem() throws IOException {
    End end =
        read("\"deprecated\":\"2026-11-01T00:00:00Z\",\"headers\":{\"Deprecation\":\"@1793491200\","
                + "\"Link\":\"</x>; rel=\\\"sunset\\\"\"}")
            .versions()
            .get(0)
            .end();
    assertThat(end.link()).isEqualTo("</x>; rel=\"sunset\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sunset\":\"tomorrow\" | sunset: must be an instant (RFC 3339): 'tomorrow'",
        "\"sunset\":\"2027-01-01T00:00:00.5Z\" | sunset: must be a whole second: '2027-01-01T00:00:00.5Z'",
        "\"deprecated\":\"2027-01-01T00:00:00Z\",\"sunset\":\"2026-12-31T23:59:59Z\" | sunset: 2026-12-31T23:59:59Z is before the deprecation at 2027-01-01T00:00:00Z",
        "\"state\":\"old\" | state: must be one of [preview, current, deprecated, retired], is 'old'",
        "\"brownouts\":[{\"from\":\"2027-01-01T00:00:00Z\",\"until\":\"2027-01-01T00:00:00Z\"}] | brownouts[0]: must have a 'from' and a later 'until'",
        "\"headers\":{\"Sunset\":\"never\"} | headers.Sunset: says 'never', the dates say 'null'",
        "\"headers\":{\"Link\":\"</a>\\r\\nSet-Cookie: a=b\"} | headers.Link: must be visible ASCII on one line",
        "\"links\":[{\"href\":\"/a>\",\"rel\":\"sunset\"}] | links[0].href: must be a URI reference (RFC 3986): '/a>'",
        "\"links\":[{\"href\":\"/a\",\"rel\":\"sun\\\"set\"}] | links[0].rel: must be a relation type: 'sun\"set'",
      })
  void file_withAFault_namesItsPlace(String version, String fault) {
    assertThatThrownBy(() -> read(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("f.json: versions[0]." + fault);
  }

  @Test
  void file_withSeveralFaults_namesAll() {
    assertThatThrownBy(() -> read("\"state\":\"old\",\"sunset\":\"tomorrow\""))
        .message()
        .hasLineCount(2);
  }

  @Test
  void file_thatIsNotJson_saysSo() {
    assertThatThrownBy(() -> read("]")).hasMessageStartingWith("f.json: is not JSON: ");
  }
}
