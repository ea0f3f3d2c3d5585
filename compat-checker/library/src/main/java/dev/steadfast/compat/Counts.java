package dev.steadfast.compat;

import java.util.List;

/** How many findings there are of each severity. */
public record Counts(int error, int warning, int info) {

  /** Counts what is listed. */
  public static Counts of(List<Finding> findings) {
    int[] bySeverity = new int[Severity.values().length];
    for (Finding finding : findings) {
      bySeverity[finding.severity().ordinal()]++;
    }
    return new Counts(
        bySeverity[Severity.ERROR.ordinal()],
        bySeverity[Severity.WARNING.ordinal()],
        bySeverity[Severity.INFO.ordinal()]);
  }

  /** How many findings are at least this bad. */
  public int atLeast(Severity severity) {
    return switch (severity) {
      case INFO -> error + warning + info;
      case WARNING -> error + warning;
      case ERROR -> error;
    };
  }
}
