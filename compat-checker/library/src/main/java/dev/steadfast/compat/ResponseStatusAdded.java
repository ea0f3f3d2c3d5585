package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-status-added.md. */
@Rule(
    id = "response-status-added",
    summary = "A status is answered too",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients take a status they do not know as the x00 of its class (RFC 9110 §15).",
    fix = "Nothing to do.")
final class ResponseStatusAdded implements ResponseRule {

  @Override
  public List<Hit> added(Response after, Place place) {
    if (place.direction() != Direction.RESPONSE) {
      return List.of();
    }
    return List.of(Hit.added(after));
  }
}
