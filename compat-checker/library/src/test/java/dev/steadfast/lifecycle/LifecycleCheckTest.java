package dev.steadfast.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void lifecycleThatKeepsItsPromises_isSilent() {
    assertThat(check(Folder.LIFECYCLE)).isEmpty();
  }

  /** Each change of one line is found at its place, and nothing else is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sunset: 2027-12-01T00:00:00Z | sunset: 2026-10-31T00:00:00Z | lifecycle.yaml:12:13 dates-out-of-order v1: sunset 2026-10-31T00:00:00Z is before deprecated 2026-11-01T00:00:00Z + lifecycle.yaml:12:13 notice-too-short v1: sunset 2026-10-31T00:00:00Z is less than P12M after the announcement of 2026-10-01T00:00:00Z; the earliest is 2027-10-01T00:00:00Z + lifecycle.yaml:16:9 brownout-misplaced v1: brownout 2027-09-01T09:00:00Z to 2027-09-01T09:10:00Z ends after the sunset 2026-10-31T00:00:00Z + lifecycle.yaml:8:12 state-contradicts-date v1: is deprecated, and its sunset passed on 2026-10-31T00:00:00Z (judged at 2026-11-22T00:00:00Z)
          released: 2025-01-15T00:00:00Z | released: 2026-10-15T00:00:00Z | lifecycle.yaml:10:16 dates-out-of-order v1: announced 2026-10-01T00:00:00Z is before released 2026-10-15T00:00:00Z
          announced: 2026-10-01T00:00:00Z | announced: 2026-12-01T00:00:00Z | lifecycle.yaml:11:17 dates-out-of-order v1: deprecated 2026-11-01T00:00:00Z is before announced 2026-12-01T00:00:00Z + lifecycle.yaml:8:12 state-contradicts-date v1: is deprecated, and that is announced only on 2026-12-01T00:00:00Z (judged at 2026-11-22T00:00:00Z)
          minimumNotice: P12M | minimumNotice: P15M | lifecycle.yaml:12:13 notice-too-short v1: sunset 2027-12-01T00:00:00Z is less than P15M after the announcement of 2026-10-01T00:00:00Z; the earliest is 2028-01-01T00:00:00Z
          state: current | state: preview | ``
          state: current | state: retired | lifecycle.yaml:20:12 date-missing v2: is retired and has no 'sunset' + lifecycle.yaml:20:12 deprecation-without-successor v2: is retired and names neither 'successor' nor 'reason' + lifecycle.yaml:13:16 successor-unusable v1: successor 'v2' is retired
          state: deprecated | state: current | lifecycle.yaml:20:12 current-not-unique v2: is current, and so is v1 + lifecycle.yaml:8:12 state-contradicts-date v1: is current, and its end was announced on 2026-10-01T00:00:00Z (judged at 2026-11-22T00:00:00Z) + v1.yaml:7:7 spec-deprecation-unlisted v1: GET /payments is deprecated and the lifecycle does not list it
          released: 2026-10-01T00:00:00Z | released: 2026-12-01T00:00:00Z | lifecycle.yaml:20:12 state-contradicts-date v2: is current, and released only on 2026-12-01T00:00:00Z (judged at 2026-11-22T00:00:00Z)
          successor: v2 | reason: Nobody used it. | ``
          successor: v2 | documentation: https://docs.example | lifecycle.yaml:8:12 deprecation-without-successor v1: is deprecated and names neither 'successor' nor 'reason'
          successor: v2 | successor: v3 | lifecycle.yaml:13:16 successor-unusable v1: successor 'v3' is no version of this file
          successor: v2 | successor: v1 | lifecycle.yaml:13:16 successor-unusable v1: successor 'v1' ends no later, on 2027-12-01T00:00:00Z + lifecycle.yaml:13:16 successor-unusable v1: successors lead in a circle
          from: 2027-09-01T09:00:00Z | from: 2027-09-01T09:10:00Z | lifecycle.yaml:16:9 brownout-misplaced v1: brownout 2027-09-01T09:10:00Z to 2027-09-01T09:10:00Z ends before it begins
          from: 2027-09-01T09:00:00Z | from: 2026-10-31T23:59:59Z | lifecycle.yaml:16:9 brownout-misplaced v1: brownout 2026-10-31T23:59:59Z to 2027-09-01T09:10:00Z begins before the deprecation
          basePath: /v2 | basePath: /two | v2.yaml:3:10 spec-server-differs v2: no server ends with '/two'
          spec: v2.yaml | spec: v1.yaml | v1.yaml:2:35 spec-version-differs v2: info.version is '1.0.0' + v1.yaml:3:10 spec-server-differs v2: no server ends with '/v2' + v1.yaml:7:7 spec-deprecation-unlisted v2: GET /payments is deprecated and the lifecycle does not list it
          """)
  void lineThatBreaksAPromise_isFoundAtItsPlace(String from, String to, String expected) {
    assertThat(Folder.LIFECYCLE).contains(from);
    assertThat(lines(check(Folder.LIFECYCLE.replaceFirst(from, to))))
        .containsExactlyInAnyOrder(
            expected.isEmpty() ? new String[0] : expected.split(" \\+ ", -1));
  }

  @Test
  void brownoutsThatOverlap_areFound() {
    String second = "      - { from: 2027-09-01T09:05:00Z, until: 2027-09-01T09:20:00Z }\n";
    assertThat(
            lines(check(Folder.LIFECYCLE.replace("  - version: v2", second + "  - version: v2"))))
        .containsExactly(
            "lifecycle.yaml:17:9 brownout-misplaced v1: brownout 2027-09-01T09:05:00Z to"
                + " 2027-09-01T09:20:00Z begins before the one above has ended");
  }

  @Test
  void sunsetToTheSecond_decidesTheState() {
    String retired = Folder.LIFECYCLE.replace("state: deprecated", "state: retired");
    Instant sunset = Instant.parse("2027-12-01T00:00:00Z");
    assertThat(check(Folder.LIFECYCLE, sunset.minusSeconds(1))).isEmpty();
    assertThat(check(retired, sunset)).isEmpty();
    assertThat(lines(check(Folder.LIFECYCLE, sunset)))
        .containsExactly(
            "lifecycle.yaml:8:12 state-contradicts-date v1: is deprecated, and its sunset passed on"
                + " 2027-12-01T00:00:00Z (judged at 2027-12-01T00:00:00Z)");
    assertThat(lines(check(retired, sunset.minusSeconds(1))))
        .containsExactly(
            "lifecycle.yaml:8:12 state-contradicts-date v1: is retired, and its sunset comes only"
                + " on 2027-12-01T00:00:00Z (judged at 2027-11-30T23:59:59Z)");
  }

  private static final String PARTS =
      Folder.LIFECYCLE
          + """
              operations:
                - operation: POST /payments
                  state: deprecated
                  deprecated: 2026-11-01T00:00:00Z
                  sunset: 2028-01-01T00:00:00Z
                  successor: GET /payments
              fields:
                - field: Payment.card.brand
                  state: deprecated
                  deprecated: 2026-11-01T00:00:00Z
                  reason: Nobody read it.
          """;

  private static final String DEPRECATED_PARTS =
      Folder.V2
          .replace("operationId: createPayment", "deprecated: true")
          .replace("brand: { type: string", "brand: { type: string, deprecated: true");

  @Test
  void partsOfAVersion_agreeWithItsSpecification() {
    assertThat(check(PARTS, Folder.V1, DEPRECATED_PARTS, NOW)).isEmpty();
    assertThat(lines(check(PARTS, Folder.V1, Folder.V2, NOW)))
        .containsExactly(
            "v2.yaml:15:7 spec-deprecation-missing v2: POST /payments is deprecated and does not"
                + " say so",
            "v2.yaml:26:16 spec-deprecation-missing v2: Payment.card.brand is deprecated and does"
                + " not say so");
    assertThat(lines(check(Folder.LIFECYCLE, Folder.V1, DEPRECATED_PARTS, NOW)))
        .containsExactly(
            "v2.yaml:15:7 spec-deprecation-unlisted v2: POST /payments is deprecated and the"
                + " lifecycle does not list it",
            "v2.yaml:26:32 spec-deprecation-unlisted v2: /components/schemas/Card/properties/brand"
                + " is deprecated and the lifecycle does not list it");
  }

  @Test
  void partsThatDoNotExist_areFound() {
    String wrong =
        PARTS
            .replace("operation: POST /payments", "operation: POST /payment")
            .replace("successor: GET /payments", "successor: GET /pay")
            .replace("field: Payment.card.brand", "field: Payment.card.make");
    assertThat(lines(check(wrong, Folder.V1, Folder.V2, NOW)))
        .containsExactly(
            "lifecycle.yaml:23:20 spec-operation-unknown v2: the specification has no operation"
                + " 'POST /payment'",
            "lifecycle.yaml:27:20 successor-unusable v2: successor 'GET /pay' is no operation of"
                + " the specification",
            "lifecycle.yaml:29:16 spec-field-unknown v2: the specification has no field"
                + " 'Payment.card.make'");
  }

  @Test
  void exampleOfAHeader_isWhatServersSend() {
    String declared =
        Folder.V1.replace(
            "Error: { description: What was wrong. }",
            "Error: { description: Wrong., headers: { Sunset: { schema: { type: string }, example:"
                + " 'Wed, 1 Dec 2027 00:00:00 GMT' } } }");
    assertThat(lines(check(Folder.LIFECYCLE, declared, Folder.V2, NOW)))
        .containsExactly(
            "v1.yaml:14:91 spec-header-differs v1: the example of Sunset is 'Wed, 1 Dec 2027"
                + " 00:00:00 GMT', servers send 'Wed, 01 Dec 2027 00:00:00 GMT'");
  }

  @Test
  void baseline_onlyMovesForward() {
    assertThat(against(Folder.LIFECYCLE, Folder.LIFECYCLE)).isEmpty();
    String earlier = Folder.LIFECYCLE.replace("sunset: 2027-12-01", "sunset: 2027-10-01");
    assertThat(against(Folder.LIFECYCLE, earlier))
        .containsExactly(
            "lifecycle.yaml:12:13 sunset-moved-earlier v1: sunset was 2027-12-01T00:00:00Z and is"
                + " 2027-10-01T00:00:00Z");
    assertThat(against(earlier, Folder.LIFECYCLE)).isEmpty();
    String undone =
        Folder.LIFECYCLE
            .replace("version: v2", "version: v3")
            .replace("successor: v2", "reason: x");
    assertThat(against(Folder.LIFECYCLE, undone))
        .contains("lifecycle.yaml:1:1 entry-forgotten v2: was current and is not listed any more");
    assertThat(
            against(
                Folder.LIFECYCLE.replace("state: current", "state: deprecated"), Folder.LIFECYCLE))
        .containsExactly(
            "lifecycle.yaml:20:12 state-moved-back v2: was deprecated and is current again");
    assertThat(
            against(
                Folder.LIFECYCLE,
                Folder.LIFECYCLE.replace("deprecated: 2026-11-01", "deprecated: 2026-11-02")))
        .containsExactly(
            "lifecycle.yaml:11:17 date-rewritten v1: deprecated was 2026-11-01T00:00:00Z and is"
                + " 2026-11-02T00:00:00Z");
    assertThat(against(PARTS, Folder.LIFECYCLE))
        .containsExactly(
            "lifecycle.yaml:17:14 entry-forgotten v2 POST /payments: was deprecated and is not"
                + " listed any more",
            "lifecycle.yaml:17:14 entry-forgotten v2 Payment.card.brand: was deprecated and is not"
                + " listed any more");
  }

  @ParameterizedTest
  @EnumSource
  void everyRule_saysWhoIsHurtAndWhatToDo(LifecycleRule rule) {
    assertThat(LifecycleRule.named(rule.id())).contains(rule);
    assertThat(rule.summary()).doesNotEndWith(".");
    assertThat(rule.why()).endsWith(".");
    assertThat(rule.fix()).endsWith(".");
  }

  private static List<String> against(String base, String lifecycle) {
    return lines(
        LifecycleCheck.check(
            Folder.open(lifecycle, Folder.V1, Folder.V2),
            Lifecycle.read(Folder.source(base)).lifecycle(),
            NOW));
  }

  private static List<LifecycleFinding> check(String lifecycle) {
    return check(lifecycle, NOW);
  }

  private static List<LifecycleFinding> check(String lifecycle, Instant at) {
    return check(lifecycle, Folder.V1, Folder.V2, at);
  }

  private static List<LifecycleFinding> check(String lifecycle, String v1, String v2, Instant at) {
    return LifecycleCheck.check(Folder.open(lifecycle, v1, v2), null, at);
  }

  private static List<String> lines(List<LifecycleFinding> findings) {
    return findings.stream().map(f -> f.at() + " " + f.rule().id() + ' ' + f.message()).toList();
  }
}
