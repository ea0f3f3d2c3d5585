package dev.steadfast.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the published schema allow the same files. */
class LifecycleReaderTest {

  private static final Schema SCHEMA = schema();

  private static final String WHOLE =
      Folder.LIFECYCLE
          + """
              operations:
                - operation: POST /payments
                  state: deprecated
                  deprecated: 2026-11-01T00:00:00Z
                  minimumNotice: P1Y2M3W4D
                  reason: Other.
                  brownouts: []
              fields:
                - field: Payment.cards[].brand
                  state: preview
                - field: /paths/~1payments/get/parameters/0
                  state: retired
                  removed: 2028-01-01T00:00:00Z
          """;

  @Test
  void ownLifecycle_isAllowedByBoth() {
    Source own = Source.file(Path.of("../../api-spec/lifecycle.yaml"));
    assertThat(Lifecycle.read(own).problems()).isEmpty();
    assertThat(allowed(DataReader.read(own).value())).isTrue();
  }

  @Test
  void everyKey_isAllowedByBoth() {
    assertThat(problems(WHOLE)).isEmpty();
    assertThat(isAllowed(WHOLE)).isTrue();
  }

  /** One line replaced, and where the reader complains. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          api: payments            | api: Payments                     | 1:6 'api' is a name like payments, got 'Payments'
          api: payments            | name: payments                    | 1:1 'api' is missing: a name like payments + 1:1 unknown key 'name'; known are api, policy, minimumNotice, versions
          minimumNotice: P12M      | minimumNotice: 12                 | 3:16 'minimumNotice' is a period like P12M or P90D, got 12
          minimumNotice: P12M      | minimumNotice: P                  | 3:16 'minimumNotice' is a period like P12M or P90D, got 'P'
          policy: https://docs.example/versioning | policy: ftp://docs.example | 2:9 'policy' is an http or https URL, got 'ftp://docs.example'
          - version: v1            | - version: v 1                    | 5:14 'version' is a name like v1, got 'v 1'
          basePath: /v1            | basePath: v1                      | 7:15 'basePath' is a path like /v1, got 'v1'
          basePath: /v1            | basePath: /v1/                    | 7:15 'basePath' is a path like /v1, got '/v1/'
          state: deprecated        | state: sunset                     | 8:12 'state' is one of preview, current, deprecated, retired, got 'sunset'
          state: deprecated        | status: deprecated                | 5:5 'state' is missing: one of preview, current, deprecated, retired + 8:5 unknown key 'status'; known are version, spec, basePath, brownouts, operations, fields, state, released, announced, deprecated, sunset, removed, successor, reason, documentation, migrationGuide, policy, minimumNotice
          spec: v1.yaml            | documentation: https://docs.example | 5:5 version 'v1' needs 'spec'; only a retired one has none
          sunset: 2027-12-01T00:00:00Z | sunset: 2027-12-01            | 12:13 'sunset' is an instant in UTC like 2027-12-01T00:00:00Z, got '2027-12-01'
          sunset: 2027-12-01T00:00:00Z | sunset: 2027-02-29T00:00:00Z  | 12:13 'sunset' is an instant in UTC like 2027-12-01T00:00:00Z, got '2027-02-29T00:00:00Z'
          sunset: 2027-12-01T00:00:00Z | sunset: 2027-12-01T24:00:00Z  | 12:13 'sunset' is an instant in UTC like 2027-12-01T00:00:00Z, got '2027-12-01T24:00:00Z'
          sunset: 2027-12-01T00:00:00Z | sunset: 2027-12-01T00:00:00+01:00 | 12:13 'sunset' is an instant in UTC like 2027-12-01T00:00:00Z, got '2027-12-01T00:00:00+01:00'
          successor: v2            | successor: [v2]                   | 13:16 'successor' is the name of a version, got ["v2"]
          from: 2027-09-01T09:00:00Z | start: 2027-09-01T09:00:00Z     | 16:9 a brownout needs 'from' + 16:11 unknown key 'start'; known are from, until
          operation: POST /payments | operation: post /payments        | 23:20 'operation' is a method and a path, like POST /payments, got 'post /payments'
          brownouts: []            | brownouts: {}                     | 28:20 'brownouts' is a list
          field: Payment.cards[].brand | field: Payment                | 30:16 'field' is a schema and a property, like Payment.card.brand, or a JSON pointer, got 'Payment'
          state: preview           | brownouts: []                     | 30:9 'state' is missing: one of preview, current, deprecated, retired + 31:9 unknown key 'brownouts'; known are field, state, released, announced, deprecated, sunset, removed, successor, reason, documentation, migrationGuide, policy, minimumNotice
          """)
  void lineThatIsWrong_isRefusedByBoth(String from, String to, String expected) {
    assertThat(WHOLE).contains(from);
    String text = WHOLE.replaceFirst(Pattern.quote(from), to);
    if (from.startsWith("minimumNotice") || from.startsWith("brownouts")) {
      text = WHOLE.replace(from, to);
    }
    assertThat(problems(text))
        .containsExactlyInAnyOrder(
            Arrays.stream(expected.split(" \\+ ", -1))
                .map(line -> "lifecycle.yaml:" + line.replaceFirst(" ", ": "))
                .toArray(String[]::new));
    assertThat(isAllowed(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "api: payments", "{api: payments, versions: []}"})
  void fileWithoutVersions_isRefusedByBoth(String text) {
    assertThat(problems(text)).isNotEmpty();
    assertThat(isAllowed(text)).isFalse();
  }

  /** What a JSON Schema cannot say. */
  @Test
  void nameThatIsListedTwice_isRefusedWhereItIsRepeated() {
    assertThat(problems(Folder.LIFECYCLE.replace("- version: v2", "- version: v1")))
        .containsExactly("lifecycle.yaml:17:14: version 'v1' is listed a second time");
    assertThat(problems(Folder.LIFECYCLE.replace("basePath: /v2", "basePath: /v1")))
        .containsExactly("lifecycle.yaml:19:15: basePath '/v1' is listed a second time");
  }

  @Test
  void specificationThatIsMissing_isAProblemWhereItIsNamed() {
    assertThat(
            LifecycleFiles.open(Folder.source(Folder.LIFECYCLE.replace("v2.yaml", "v3.yaml")))
                .problems())
        .extracting(Problem::toString)
        .containsExactly("lifecycle.yaml:18:11: 'v3.yaml': no such file");
  }

  private static List<String> problems(String text) {
    return Lifecycle.read(Folder.source(text)).problems().stream().map(Problem::toString).toList();
  }

  private static boolean isAllowed(String text) {
    return allowed(DataReader.read(Folder.source(text)).value());
  }

  private static boolean allowed(@Nullable Node value) {
    return SCHEMA
        .validate(
            String.valueOf(value),
            InputFormat.JSON,
            run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .isEmpty();
  }

  private static Schema schema() {
    try (InputStream shipped = Lifecycle.class.getResourceAsStream("lifecycle.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(shipped.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
