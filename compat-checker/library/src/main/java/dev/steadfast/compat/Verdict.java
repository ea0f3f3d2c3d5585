package dev.steadfast.compat;

import java.util.List;
import java.util.Locale;

/**
 * The answer on a pair of contracts.
 *
 * @param findings worst first, then by place
 * @param waived findings that the policy accepts; they do not count
 */
public record Verdict(Answer answer, Counts counts, List<Finding> findings, List<Waived> waived) {

  /** Whether the new contract keeps the promises of the old one. */
  public enum Answer {
    COMPATIBLE,
    BREAKING,
    UNKNOWN;

    /** As every report writes it: {@code compatible}, {@code breaking}, {@code unknown}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A finding and the waiver that accepts it. */
  public record Waived(Finding finding, Waiver waiver) {}

  public Verdict {
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
  }

  /**
   * Breaking when an error is proven; else unknown when something could not be decided; else
   * compatible.
   */
  public static Verdict of(List<Finding> findings, List<Waived> waived) {
    return new Verdict(answer(findings), Counts.of(findings), findings, waived);
  }

  static Answer answer(List<Finding> findings) {
    Answer answer = Answer.COMPATIBLE;
    for (Finding finding : findings) {
      if (finding.confidence() == Confidence.UNKNOWN) {
        answer = Answer.UNKNOWN;
      } else if (finding.severity() == Severity.ERROR) {
        return Answer.BREAKING;
      }
    }
    return answer;
  }
}
