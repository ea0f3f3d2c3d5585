package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.diff.Direction;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Source;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Finding REMOVED =
      finding("operation-removed", Severity.ERROR, "/paths/~1a/get", "GET /a", "GET /b");
  private static final Finding ENUM =
      finding("response-enum-value-added", Severity.ERROR, "/components/schemas/S", "GET /a");
  private static final Finding HARMLESS_ENUM =
      finding("response-enum-value-added", Severity.INFO, "/components/schemas/T", "GET /a");
  private static final Finding IGNORED =
      finding("request-property-removed", Severity.WARNING, "/components/schemas/U", "POST /a");

  @Test
  void profiles_rateTheSameFactsDifferently() {
    List<Finding> found = List.of(ENUM, IGNORED);
    assertThat(severities(Policy.of(Profile.STRICT), found)).isEqualTo("error warning");
    assertThat(severities(Policy.of(Profile.ZALANDO), found)).isEqualTo("error warning");
    assertThat(severities(Policy.of(Profile.AZURE), found)).isEqualTo("error error");
    assertThat(severities(Policy.of(Profile.GOOGLE), found)).isEqualTo("error warning");
    assertThat(severities(Policy.of(Profile.GITHUB), found)).isEqualTo("error info");
    assertThat(severities(Policy.of(Profile.STRIPE), found)).isEqualTo("error warning");
  }

  @Test
  void profileRows_nameRulesThatExist_once() {
    List<String> cells =
        ProfileTable.ROWS.stream()
            .flatMap(row -> row.rules().stream().map(rule -> row.profile() + " " + rule))
            .toList();
    assertThat(cells).doesNotHaveDuplicates();
    assertThat(ProfileTable.ROWS.stream().flatMap(row -> row.rules().stream()))
        .allMatch(rule -> RuleCatalogue.ids().contains(rule));
  }

  @Test
  void rulesOfTheTeam_winOverTheProfile_andCanBeOff() {
    Policy policy =
        read(
            """
            profile: github
            rules:
              response-enum-value-added: warning
              operation-removed: off
            """);
    assertThat(severities(policy, List.of(ENUM, REMOVED))).isEqualTo("warning");
  }

  @Test
  void ratings_leaveWhatIsProvenHarmlessAlone() {
    Policy policy = read("rules: { response-enum-value-added: error }");
    assertThat(severities(policy, List.of(HARMLESS_ENUM))).isEqualTo("info");
  }

  @Test
  void undecided_hasARatingOfItsOwn() {
    Finding undecided = undecided(ENUM);
    assertThat(severities(Policy.strict(), List.of(undecided))).isEqualTo("warning");
    assertThat(severities(read("unknown: error"), List.of(undecided))).isEqualTo("error");
    assertThat(severities(read("profile: github"), List.of(undecided))).isEqualTo("warning");
    assertThat(read("unknown: error").judge(List.of(undecided)).answer())
        .isEqualTo(Verdict.Answer.UNKNOWN);
  }

  @Test
  void waiverOfAPlace_coversWhatIsBelow() {
    Verdict verdict =
        read(waiver("operation-removed", "/paths/~1a", "2026-11-22")).judge(List.of(REMOVED));
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.COMPATIBLE);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.waived()).extracting(Verdict.Waived::finding).containsExactly(REMOVED);
  }

  @Test
  void waiverOfAnOperation_waivesOnlyWhenEveryOperationIsWaived() {
    String one = waiver("operation-removed", "GET /a", "2026-12-01");
    String both = one + waiver("operation-removed", "GET /b", "2026-12-01").substring(9);
    assertThat(rules(read(one), REMOVED)).containsExactly("operation-removed");
    assertThat(rules(read(both), REMOVED)).isEmpty();
  }

  @Test
  void waiverThatExpired_isAnErrorBesideTheFinding() {
    Policy policy = read(waiver("operation-removed", "/paths/~1a", "2026-11-21"));
    Verdict verdict = policy.judge(List.of(REMOVED));
    assertThat(rules(policy, REMOVED)).containsExactly("operation-removed", "waiver-expired");
    assertThat(verdict.counts()).isEqualTo(new Counts(2, 0, 0));
    assertThat(verdict.findings().get(1).message())
        .isEqualTo("the waiver of 'operation-removed' by 'team' ended on 2026-11-21");
    assertThat(verdict.findings().get(1).revision())
        .isEqualTo(new Location("steadfast.yaml", "/waivers/0", 2, 5));
  }

  @Test
  void waiverThatWaivesNothing_isAnErrorAndTheContractStaysCompatible() {
    Verdict verdict =
        read(waiver("operation-removed", "/paths/~1ab", "2026-12-01")).judge(List.of());
    assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("waiver-unused");
    assertThat(verdict.answer()).isEqualTo(Verdict.Answer.COMPATIBLE);
  }

  @Test
  void faults_areAllReportedWithTheirPlace() {
    Policy.Reading reading =
        reading(
            """
            profile: strikt
            profiles: x
            unknown: off
            rules:
              operation-remove: error
              operation-removed: fatal
            waivers:
              - rule: no-such-rule-at-all
                place: somewhere
                reason: r
                owner: o
                until: 2026-13-01
              - rule: operation-removed
                why: x
              - 12
            """);
    assertThat(reading.policy()).isNull();
    assertThat(reading.problems())
        .extracting(
            problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.message())
        .containsExactly(
            "1:10 'profile' is one of strict, zalando, google, azure, github, stripe, got 'strikt'",
            "2:1 unknown key 'profiles'; known are profile, rules, unknown, waivers",
            "3:10 'unknown' is one of error, warning, info, got 'off'",
            "5:3 there is no rule 'operation-remove'; near: operation-removed,"
                + " operation-tag-removed",
            "6:22 'operation-removed' is one of error, warning, info, off, got 'fatal'",
            "8:11 there is no rule 'no-such-rule-at-all'",
            "9:12 'place' is a JSON pointer like /paths/~1payments/post or an operation like POST"
                + " /payments, got 'somewhere'",
            "12:12 'until' is a date like 2027-01-31, got '2026-13-01'",
            "13:5 a waiver needs 'owner', a text",
            "13:5 a waiver needs 'place', a text",
            "13:5 a waiver needs 'reason', a text",
            "13:5 a waiver needs 'until', a text",
            "14:5 unknown key 'why'; known are rule, place, reason, owner, until",
            "15:5 a waiver is an object with the keys rule, place, reason, owner, until");
  }

  @Test
  void emptySections_areTheStrictPolicy() {
    assertThat(read("rules:\nwaivers:\n"))
        .isEqualTo(new Policy(Profile.STRICT, Map.of(), Rating.WARNING, List.of(), TODAY));
  }

  private static String waiver(String rule, String place, String until) {
    return "waivers:\n  - { rule: "
        + rule
        + ", place: \""
        + place
        + "\", reason: agreed, owner: team, until: \""
        + until
        + "\" }\n";
  }

  private static Policy read(String yaml) {
    Policy policy = reading(yaml).policy();
    assertThat(reading(yaml).problems()).isEmpty();
    if (policy == null) {
      throw new AssertionError("no policy");
    }
    return policy;
  }

  private static Policy.Reading reading(String yaml) {
    return Policy.read(
        Source.of("steadfast.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
        RuleCatalogue.ids(),
        TODAY);
  }

  private static String severities(Policy policy, List<Finding> found) {
    return String.join(
        " ",
        policy.judge(found).findings().stream().map(finding -> finding.severity().text()).toList());
  }

  private static List<String> rules(Policy policy, Finding... found) {
    return policy.judge(List.of(found)).findings().stream().map(Finding::rule).toList();
  }

  private static Finding undecided(Finding finding) {
    return new Finding(
        finding.rule(),
        Severity.WARNING,
        finding.direction(),
        finding.breaks(),
        finding.operations(),
        finding.message(),
        "",
        "",
        finding.why(),
        finding.fix(),
        finding.fingerprint(),
        finding.base(),
        finding.revision(),
        null,
        Confidence.UNKNOWN,
        List.of());
  }

  private static Finding finding(
      String rule, Severity severity, String pointer, String... operations) {
    return new Finding(
        rule,
        severity,
        Direction.RESPONSE,
        Set.of(Hurt.CLIENT_RUNTIME),
        List.of(operations),
        "it changed",
        "",
        "",
        "why",
        "fix",
        pointer,
        new Location("base.yaml", pointer, 1, 1),
        null,
        null,
        Confidence.PROVEN,
        List.of());
  }
}
