package dev.steadfast.compat;

import java.util.Locale;

/** How bad a finding is, mildest first. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** As every report and policy file writes it: {@code info}, {@code warning}, {@code error}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
