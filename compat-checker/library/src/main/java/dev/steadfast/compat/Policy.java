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
 * @param waivers what the team accepts for a while
 * @param today decides which waivers have expired
 */
public record Policy(
    Profile profile, Map<String, Rating> rules, List<Waiver> waivers, LocalDate today) {

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
    return new Policy(profile, Map.of(), List.of(), LocalDate.MIN);
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
    return new Policy(other, rules, waivers, today);
  }

  /** Rates and waives what was found; takes findings in any order, with their strict severity. */
  public Verdict judge(List<Finding> found) {
    List<Finding> rated = new ArrayList<>();
    for (Finding finding : found) {
      rating(finding).severity().map(finding::rated).ifPresent(rated::add);
    }
    rated.sort(ORDER);
    List<Finding> kept = new ArrayList<>();
    List<Verdict.Waived> waived = new ArrayList<>();
    Set<Waiver> used = new HashSet<>();
    for (Finding finding : rated) {
      Optional<Waiver> waiver = waiverOf(finding, used);
      waiver.ifPresentOrElse(
          by -> waived.add(new Verdict.Waived(finding, by)), () -> kept.add(finding));
    }
    Verdict.Answer answer = Verdict.answer(kept);
    complaints(used).forEach(kept::add);
    kept.sort(ORDER);
    return new Verdict(answer, Counts.of(kept), kept, waived);
  }

  private Rating rating(Finding finding) {
    Rating own = rules.get(finding.rule());
    return own != null
        ? own
        : profile.rating(finding.rule()).orElseGet(() -> Rating.valueOf(finding.severity().name()));
  }

  /** The waiver of the place, or of the last of the operations: each of them must be waived. */
  private Optional<Waiver> waiverOf(Finding finding, Set<Waiver> used) {
    Set<String> waivedOperations = new HashSet<>();
    Waiver last = null;
    boolean placeWaived = false;
    for (Waiver waiver : waivers) {
      if (!waiver.rule().equals(finding.rule()) || waiver.isExpired(today)) {
        continue;
      }
      if (waiver.coversPlaceOf(finding)) {
        used.add(waiver);
        last = waiver;
        placeWaived = true;
      } else if (finding.operations().contains(waiver.place())) {
        used.add(waiver);
        last = waiver;
        waivedOperations.add(waiver.place());
      }
    }
    return placeWaived || waivedOperations.containsAll(finding.operations())
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
                "the waiver of '" + waiver.rule() + "' ended on " + waiver.until(),
                "A decision that nobody renewed stops to count, and the change breaks again.",
                "Undo the change, or let '" + waiver.owner() + "' decide on a later end."));
      } else if (!used.contains(waiver)) {
        complaints.add(
            complaint(
                waiver,
                PolicyRules.WAIVER_UNUSED,
                "the waiver of '" + waiver.rule() + "' at '" + waiver.place() + "' waives nothing",
                "A waiver without a finding would hide the next change at that place.",
                "Delete the waiver, or correct its rule and place."));
      }
    }
    return complaints;
  }

  private static Finding complaint(
      Waiver waiver, String rule, String message, String why, String fix) {
    return new Finding(
        rule,
        Severity.ERROR,
        Direction.NONE,
        Set.of(),
        List.of(),
        message,
        "",
        "",
        why,
        fix,
        Fingerprint.of(rule, waiver.rule(), waiver.place()),
        null,
        waiver.at(),
        null,
        Confidence.PROVEN);
  }

  private static @Nullable Location place(Finding finding) {
    return finding.revision() != null ? finding.revision() : finding.base();
  }
}
