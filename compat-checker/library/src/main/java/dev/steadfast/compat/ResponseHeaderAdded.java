package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-header-added.md. */
@Rule(
    id = "response-header-added",
    summary = "A response header was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients ignore headers they do not know.",
    fix = "Nothing to do.")
final class ResponseHeaderAdded implements ParameterRule {

  @Override
  public List<Hit> added(Parameter after, Place place) {
    if (place.direction() != Direction.RESPONSE) {
      return List.of();
    }
    return List.of(Hit.added(after));
  }
}
