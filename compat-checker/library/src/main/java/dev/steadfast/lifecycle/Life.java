package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version, an operation and a field say of themselves alike.
 *
 * @param at where it is written
 * @param dates never null; each of them may be
 * @param successor what takes its place: a version, an operation or a field
 * @param reason why nothing takes its place
 * @param documentation for people
 * @param migrationGuide for people who have to move
 * @param policy for people who want to know how things end here
 * @param minimumNotice least time from announcement to sunset
 * @param brownouts in the order of the file
 */
public record Life(
    Location at,
    Said<State> state,
    Dates dates,
    @Nullable Said<String> successor,
    @Nullable Said<String> reason,
    @Nullable Said<String> documentation,
    @Nullable Said<String> migrationGuide,
    @Nullable Said<String> policy,
    @Nullable Said<Period> minimumNotice,
    List<Window> brownouts) {

  public Life {
    brownouts = List.copyOf(brownouts);
  }

  /**
   * The days of a life, each null when it is not known.
   *
   * @param released first day
   * @param announced when clients were told that it ends
   * @param deprecated from when it is deprecated (RFC 9745)
   * @param sunset from when it is answered with 410 (RFC 8594)
   * @param removed from when nothing of it is left in the specification
   */
  public record Dates(
      @Nullable Said<Instant> released,
      @Nullable Said<Instant> announced,
      @Nullable Said<Instant> deprecated,
      @Nullable Said<Instant> sunset,
      @Nullable Said<Instant> removed) {}

  /** When its sunset is; null when it has none. */
  public @Nullable Instant sunset() {
    return instant(dates.sunset);
  }

  @Nullable Instant deprecated() {
    return instant(dates.deprecated);
  }

  /** When clients were told; the deprecation itself tells those who were not told before. */
  @Nullable Said<Instant> announcement() {
    return dates.announced != null ? dates.announced : dates.deprecated;
  }

  static @Nullable Instant instant(@Nullable Said<Instant> said) {
    return said == null ? null : said.value();
  }

  static @Nullable String text(@Nullable Said<String> said) {
    return said == null ? null : said.value();
  }
}
