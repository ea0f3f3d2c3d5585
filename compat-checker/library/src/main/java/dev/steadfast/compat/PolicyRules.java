package dev.steadfast.compat;

/** Findings about the policy itself. */
final class PolicyRules {

  static final String WAIVER_EXPIRED = "waiver-expired";
  static final String WAIVER_UNUSED = "waiver-unused";

  private PolicyRules() {}
}
