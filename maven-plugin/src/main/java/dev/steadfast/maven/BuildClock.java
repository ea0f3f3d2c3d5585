package dev.steadfast.maven;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The time for which a build judges. */
final class BuildClock {

  private BuildClock() {}

  /**
   * What the configuration says; without it {@code SOURCE_DATE_EPOCH}
   * (https://reproducible-builds.org/specs/source-date-epoch), or now.
   */
  static Instant at(@Nullable String configured) throws MojoExecutionException {
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    try {
      return configured != null && !configured.isBlank()
          ? Instant.parse(configured.strip())
          : epoch != null && !epoch.isBlank()
              ? Instant.ofEpochSecond(Long.parseLong(epoch.strip()))
              : Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException e) {
      throw new MojoExecutionException(
          "at '" + configured + "' is not an instant like 2027-12-01T00:00:00Z", e);
    } catch (NumberFormatException e) {
      throw new MojoExecutionException("SOURCE_DATE_EPOCH '" + epoch + "' is no number", e);
    }
  }
}
