package dev.steadfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Verdict;
import dev.steadfast.spec.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was promised until a date may be taken away from that date on, and not a second before. */
class SunsetsTest {

  private static final Instant SUNSET = Instant.parse("2027-12-01T00:00:00Z");

  private static final String BASE =
      """
      openapi: 3.1.0
      info: { title: Payments, version: 2.0.0 }
      servers: [{ url: 'https://api.example/v2' }]
      paths:
        /payments:
          get:
            parameters:
              - { name: sort, in: query, deprecated: true, schema: { type: string } }
            responses:
              '200':
                description: A payment.
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Payment' }
          delete:
            deprecated: true
            responses:
              '204': { description: Gone. }
      components:
        schemas:
          Payment:
            required: [id, card]
            properties:
              id: { type: string }
              reference: { type: string, deprecated: true }
              card: { $ref: '#/components/schemas/Card' }
          Card:
            required: [brand]
            properties:
              brand: { type: string, deprecated: true }
      """;

  private static final String LIFECYCLE =
      """
      api: payments
      versions:
        - version: v2
          spec: v2.yaml
          basePath: /v2
          state: current
          released: 2026-01-01T00:00:00Z
          operations:
            - operation: DELETE /payments
              state: deprecated
              deprecated: 2026-11-01T00:00:00Z
              sunset: 2027-12-01T00:00:00Z
              reason: Payments are cancelled, never deleted.
          fields:
            - field: Payment.card.brand
              state: deprecated
              deprecated: 2026-11-01T00:00:00Z
              sunset: 2027-12-01T00:00:00Z
              reason: Nobody read it.
            - field: /paths/~1payments/get/parameters/0
              state: deprecated
              deprecated: 2026-11-01T00:00:00Z
              sunset: 2027-12-01T00:00:00Z
              reason: Nobody sent it.
      """;

  @Test
  void deletedOperation_afterSunset_isSilent() {
    assertThat(findings(withoutDelete(), SUNSET)).isEmpty();
  }

  @Test
  void deletedOperation_aSecondBeforeSunset_isAnErrorThatNamesTheDate() {
    assertThat(findings(withoutDelete(), SUNSET.minusSeconds(1)))
        .containsExactly(
            "error operation-removed operation was removed before the sunset of 'v2 DELETE"
                + " /payments' on 2027-12-01T00:00:00Z");
  }

  @Test
  void deletedOperation_afterSunset_isListedAsAccepted() {
    Verdict verdict = verdict(withoutDelete(), LIFECYCLE, SUNSET);
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.COMPATIBLE);
    assertThat(verdict.waived()).hasSize(1);
    assertThat(verdict.waived().get(0).finding().rule()).isEqualTo("operation-removed");
    assertThat(verdict.waived().get(0).waiver().reason())
        .isEqualTo("the sunset of 'v2 DELETE /payments' was 2027-12-01T00:00:00Z");
    assertThat(verdict.waived().get(0).waiver().at()).hasToString("lifecycle.yaml:12:17");
  }

  @Test
  void fieldsThatAreGone_areJudgedByTheirOwnSunset() {
    String revision =
        BASE.replace("required: [brand]", "minProperties: 0")
            .replace("brand: { type: string, deprecated: true }", "other: { type: string }")
            .replace("reference: { type: string, deprecated: true }", "other: { type: string }");
    assertThat(findings(revision, SUNSET))
        .containsExactly(
            "error response-property-removed property 'reference' was removed",
            "info response-property-added property 'other' was added",
            "info response-property-added property 'other' was added");
    assertThat(findings(revision, SUNSET.minusSeconds(1)))
        .startsWith(
            "error response-property-removed property 'reference' was removed",
            "error response-property-removed property 'brand' was removed before the sunset of 'v2"
                + " Payment.card.brand' on 2027-12-01T00:00:00Z");
  }

  @Test
  void parameterThatIsGone_isJudgedByItsSunset() {
    String revision = BASE.replaceFirst("      parameters:\n.*\n", "");
    assertThat(revision).doesNotContain("sort");
    assertThat(findings(revision, SUNSET)).isEmpty();
    assertThat(findings(revision, SUNSET.minusSeconds(1)))
        .containsExactly(
            "warning request-parameter-removed query parameter 'sort' was removed before the sunset"
                + " of 'v2 /paths/~1payments/get/parameters/0' on 2027-12-01T00:00:00Z");
  }

  @Test
  void operationsOfARetiredVersion_mayAllGo() {
    String version =
        """
        api: payments
        versions:
          - version: v2
            basePath: /v2
            state: retired
            sunset: 2027-12-01T00:00:00Z
            reason: The product ended.
        """;
    String revision = BASE.substring(0, BASE.indexOf("paths:")) + "paths: {}\n";
    assertThat(findings(revision, version, SUNSET)).isEmpty();
    assertThat(findings(revision, version, SUNSET.minusSeconds(1)))
        .containsExactly(
            "error operation-removed operation was removed before the sunset of 'v2' on"
                + " 2027-12-01T00:00:00Z",
            "error operation-removed operation was removed before the sunset of 'v2' on"
                + " 2027-12-01T00:00:00Z");
  }

  @Test
  void otherChanges_stayErrorsAfterTheSunset() {
    String revision = BASE.replace("brand: { type: string", "brand: { type: integer");
    assertThat(findings(revision, SUNSET.plusSeconds(1)))
        .containsExactly(
            "error response-type-changed property 'brand': type changed from 'string' to 'integer'");
  }

  @Test
  void lifecycleThatCannotBeRead_isAProblemOfThePair() {
    assertThat(judge(BASE, "api: payments\n", SUNSET).match(c -> "", Object::toString))
        .contains("a lifecycle needs 'versions'");
  }

  private static String withoutDelete() {
    int from = BASE.indexOf("    delete:");
    return BASE.substring(0, from) + BASE.substring(BASE.indexOf("components:"));
  }

  private static List<String> findings(String revision, Instant now) {
    return findings(revision, LIFECYCLE, now);
  }

  private static List<String> findings(String revision, String lifecycle, Instant now) {
    return verdict(revision, lifecycle, now).findings().stream().map(SunsetsTest::line).toList();
  }

  private static String line(Finding finding) {
    return finding.severity().text() + ' ' + finding.rule() + ' ' + finding.message();
  }

  private static Verdict verdict(String revision, String lifecycle, Instant now) {
    return judge(revision, lifecycle, now)
        .match(
            Result.Compared::verdict,
            unreadable -> {
              throw new AssertionError(unreadable.problems());
            });
  }

  private static Result judge(String revision, String lifecycle, Instant now) {
    Source after =
        Source.of(
            Map.of(
                "v2.yaml",
                revision.getBytes(StandardCharsets.UTF_8),
                "lifecycle.yaml",
                lifecycle.getBytes(StandardCharsets.UTF_8)),
            "v2.yaml");
    return new Judge(null, null, null, now, start -> 0)
        .judge("", Source.of("base.yaml", BASE.getBytes(StandardCharsets.UTF_8)), after);
  }
}
