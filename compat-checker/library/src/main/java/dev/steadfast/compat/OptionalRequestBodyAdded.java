package dev.steadfast.compat;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/optional-request-body-added.md. */
@Rule(
    id = "optional-request-body-added",
    summary = "An optional request body was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody sends it yet.",
    fix = "Nothing to do.")
final class OptionalRequestBodyAdded implements BodyRule {

  @Override
  public List<Hit> added(Body after, Place place) {
    if (place.direction() != Direction.REQUEST || after.required()) {
      return List.of();
    }
    return List.of(Hit.added(after).saying("optional request body was added"));
  }
}
