package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a team rates changes. What is true is decided before; a policy only rates and waives.
 *
 * @param rules what the team says of single rules, before the profile is asked
 * @param unknown what the team says of changes that could not be decided
 * @param waivers what the team accepts for a while
 * @param today decides which waivers have expired
 */
public record Policy(
    Profile profile,
    Map<String, Rating> rules,
    Rating unknown,
    List<Waiver> waivers,
    LocalDate today) {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Policy::place, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message)
          .thenComparing(Finding::fingerprint);

  public Policy {
    rules = Map.copyOf(rules);
    waivers = List.copyOf(waivers);
  }

  /** A profile as it is. */
  public static Policy of(Profile profile) {
    return new Policy(profile, Map.of(), Rating.WARNING, List.of(), LocalDate.MIN);
  }

  /** Every refusal or misread is an error; nothing is waived. */
  public static Policy strict() {
    return of(Profile.STRICT);
  }

  /**
   * A policy file.
   *
   * @param ruleIds every rule there is; a file that names another has a problem
   */
  public static Reading read(Source source, Collection<String> ruleIds, LocalDate today) {
    return PolicyReader.read(source, ruleIds, today);
  }

  /**
   * What came out of reading a policy file: the policy, or why there is none.
   *
   * @param policy null exactly when there are problems
   */
  public record Reading(@Nullable Policy policy, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** The same policy over another profile. */
  public Policy over(Profile other) {
    return new Policy(other, rules, unknown, waivers, today);
  }

  /** Rates and waives what was found; takes findings in any order, with their strict severity. */
  public Verdict judge(List<Finding> found) {
    return judge(found, Removals.UNKNOWN);
  }

  /** The same; what the policy does not waive may be a removal that is accepted. */
  public Verdict judge(List<Finding> found, Removals removals) {
    List<Finding> rated = new ArrayList<>();
    for (Finding finding : found) {
      severity(finding).map(finding::rated).ifPresent(rated::add);
    }
    rated.sort(ORDER);
    List<Finding> kept = new ArrayList<>();
    List<Verdict.Waived> waived = new ArrayList<>();
    Set<Waiver> used = new HashSet<>();
    for (Finding finding : rated) {
      waiverOf(finding, used)
          .or(() -> removals.accepted(finding))
          .ifPresentOrElse(
              by -> waived.add(new Verdict.Waived(finding, by)),
              () -> kept.add(removals.told(finding)));
    }
    Verdict.Answer answer = Verdict.answer(kept);
    complaints(used).forEach(kept::add);
    kept.sort(ORDER);
    return new Verdict(answer, Counts.of(kept), kept, waived);
  }

  /*
   * A rating speaks of a rule's proven harm. What is proven harmless in this instance stays
   * information, and what nobody could decide has a rating of its own.
   */
  private Optional<Severity> severity(Finding finding) {
    Rating rating = rules.get(finding.rule());
    Optional<Rating> given = rating != null ? Optional.of(rating) : profile.rating(finding.rule());
    if (given.isEmpty() && finding.confidence() == Confidence.PROVEN) {
      return Optional.of(finding.severity());
    }
    if (given.isPresent() && given.get() == Rating.OFF) {
      return Optional.empty();
    }
    if (finding.confidence() == Confidence.UNKNOWN) {
      return unknown.severity();
    }
    return isHarmlessInstance(finding) ? Optional.of(Severity.INFO) : given.get().severity();
  }

  private static boolean isHarmlessInstance(Finding finding) {
    return finding.severity() == Severity.INFO
        && RuleCatalogue.find(finding.rule())
            .map(rule -> rule.severity() != Severity.INFO)
            .orElse(false);
  }

  /**
   * The waiver of the place or of the last of the copies, or of the last of the operations: each of
   * them must be waived.
   */
  private Optional<Waiver> waiverOf(Finding finding, Set<Waiver> used) {
    Set<String> waivedOperations = new HashSet<>();
    Set<Finding.Spot> open = new HashSet<>(finding.spots());
    Waiver last = null;
    for (Waiver waiver : waivers) {
      if (!waiver.rule().equals(finding.rule()) || waiver.isExpired(today)) {
        continue;
      }
      List<Finding.Spot> covered = finding.spots().stream().filter(waiver::covers).toList();
      if (!covered.isEmpty()) {
        used.add(waiver);
        last = waiver;
        covered.forEach(open::remove);
      } else if (finding.operations().contains(waiver.place())) {
        used.add(waiver);
        last = waiver;
        waivedOperations.add(waiver.place());
      }
    }
    return open.isEmpty() || waivedOperations.containsAll(finding.operations())
        ? Optional.ofNullable(last)
        : Optional.empty();
  }

  private List<Finding> complaints(Set<Waiver> used) {
    List<Finding> complaints = new ArrayList<>();
    for (Waiver waiver : waivers) {
      if (waiver.isExpired(today)) {
        complaints.add(
            complaint(
                waiver,
                PolicyRules.WAIVER_EXPIRED,
                "the waiver of '"
                    + waiver.rule()
                    + "' by '"
                    + waiver.owner()
                    + "' ended on "
                    + waiver.until()));
      } else if (!used.contains(waiver)) {
        complaints.add(
            complaint(
                waiver,
                PolicyRules.WAIVER_UNUSED,
                "the waiver of '"
                    + waiver.rule()
                    + "' at '"
                    + waiver.place()
                    + "' waives nothing"));
      }
    }
    return complaints;
  }

  private static Finding complaint(Waiver waiver, RuleInfo rule, String message) {
    return new Finding(
        rule.id(),
        rule.severity(),
        Direction.NONE,
        rule.breaks(),
        List.of(),
        message,
        "",
        "",
        rule.why(),
        rule.fix(),
        Fingerprint.of(rule.id(), waiver.rule(), waiver.place()),
        null,
        waiver.at(),
        null,
        Confidence.PROVEN,
        List.of());
  }

  private static @Nullable Location place(Finding finding) {
    return finding.revision() != null ? finding.revision() : finding.base();
  }
}
