package dev.steadfast.compat;

import java.util.List;
import java.util.Set;

/** Rules about the policy itself: a waiver is a promise too. */
final class PolicyRules {

  static final RuleInfo WAIVER_EXPIRED =
      new RuleInfo(
          "waiver-expired",
          "A waiver's end date has passed",
          Severity.ERROR,
          Set.of(),
          "A decision that nobody renewed stops to count, and the change breaks again.",
          "Undo the change, or let the owner of the waiver decide on a later end.");

  static final RuleInfo WAIVER_UNUSED =
      new RuleInfo(
          "waiver-unused",
          "A waiver waives nothing",
          Severity.ERROR,
          Set.of(),
          "A waiver without a finding would hide the next change at that place.",
          "Delete the waiver, or correct its rule and place.");

  private PolicyRules() {}

  static List<RuleInfo> all() {
    return List.of(WAIVER_EXPIRED, WAIVER_UNUSED);
  }
}
