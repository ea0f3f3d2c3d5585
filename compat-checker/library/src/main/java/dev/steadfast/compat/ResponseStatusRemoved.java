package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-status-removed.md. */
@Rule(
    id = "response-status-removed",
    summary = "A status is never answered again",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients that handle it handle one case too many.",
    fix = "Nothing to do.")
final class ResponseStatusRemoved implements ResponseRule {

  @Override
  public List<Hit> removed(Response before, Place place) {
    if (place.direction() != Direction.RESPONSE
        || ResponseSuccessStatusRemoved.succeeded(before, place)) {
      return List.of();
    }
    return List.of(Hit.removed(before));
  }
}
