package dev.steadfast.compat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a team rates changes. What is true is decided before; a policy only rates and waives. */
public final class Policy {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(
              f -> f.revision() != null ? f.revision() : f.base(),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message)
          .thenComparing(Finding::fingerprint);

  private Policy() {}

  /** Every refusal or misread is an error; nothing is waived. */
  public static Policy strict() {
    return new Policy();
  }

  /** Rates and waives what was found; takes findings in any order, with their strict severity. */
  public Verdict judge(List<Finding> found) {
    List<Finding> findings = new ArrayList<>(found);
    findings.sort(ORDER);
    return Verdict.of(findings, List.of());
  }
}
