package dev.steadfast.compat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a policy makes of a rule: a severity, or no finding at all. */
public enum Rating {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  INFO(Severity.INFO),
  OFF(null);

  private final Optional<Severity> severity;

  Rating(@Nullable Severity severity) {
    this.severity = Optional.ofNullable(severity);
  }

  /** Empty when the rule is off. */
  public Optional<Severity> severity() {
    return severity;
  }

  /** As policy files write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Rating> named(String text) {
    return Arrays.stream(values()).filter(rating -> rating.text().equals(text)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Rating::text).toList();
  }
}
