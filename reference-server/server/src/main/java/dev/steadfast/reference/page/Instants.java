package dev.steadfast.reference.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The instants that filters name. */
public final class Instants {

  private Instants() {}

  /**
   * The first microsecond that is not before it. Instants of creation have microseconds, so that
   * {@code createdFrom} and {@code createdBefore} mean the same when both are rounded up.
   */
  public static @Nullable Instant from(@Nullable OffsetDateTime given) {
    if (given == null) {
      return null;
    }
    Instant exact = given.toInstant();
    Instant cut = exact.truncatedTo(ChronoUnit.MICROS);
    return cut.equals(exact) ? cut : cut.plus(1, ChronoUnit.MICROS);
  }
}
