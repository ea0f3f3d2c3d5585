package dev.steadfast.compat;

import java.util.List;

/** How many findings there are of each severity. */
public record Counts(int error, int warning, int info) {

  /** Counts what is listed. */
  public static Counts of(List<Finding> findings) {
    return new Counts(
        count(findings, Severity.ERROR),
        count(findings, Severity.WARNING),
        count(findings, Severity.INFO));
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
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
