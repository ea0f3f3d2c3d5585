package dev.steadfast.compat;

import dev.steadfast.spec.Location;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A team's decision to accept one change for a while.
 *
 * @param rule id of the waived rule
 * @param place a JSON pointer into either document, which covers all below it, or an operation
 *     ({@code POST /v1/payments})
 * @param reason why the change is acceptable
 * @param owner who answers for it
 * @param until the last day on which it holds
 * @param at where the waiver is written
 */
public record Waiver(
    String rule, String place, String reason, String owner, LocalDate until, Location at) {

  boolean isExpired(LocalDate today) {
    return today.isAfter(until);
  }

  boolean covers(Finding.Spot spot) {
    return covers(spot.base()) || covers(spot.revision());
  }

  private boolean covers(@Nullable Location at) {
    return at != null
        && place.startsWith("/")
        && (at.pointer().equals(place) || at.pointer().startsWith(place + '/'));
  }
}
