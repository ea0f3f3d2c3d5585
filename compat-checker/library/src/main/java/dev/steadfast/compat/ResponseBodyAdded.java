package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-body-added.md. */
@Rule(
    id = "response-body-added",
    summary = "A response has a body now",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients that expect none do not read it.",
    fix = "Nothing to do.")
final class ResponseBodyAdded implements ResponseRule {

  @Override
  public List<Hit> kept(Response before, Response after, Place place) {
    if (place.direction() != Direction.RESPONSE
        || !before.content().isEmpty()
        || after.content().isEmpty()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "has a body now"));
  }
}
