package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/optional-request-parameter-added.md. */
@Rule(
    id = "optional-request-parameter-added",
    summary = "An optional request parameter was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody sends it yet.",
    fix = "Nothing to do.")
final class OptionalRequestParameterAdded implements ParameterRule {

  @Override
  public List<Hit> added(Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || after.required()) {
      return List.of();
    }
    return List.of(Hit.added(after).saying("optional " + after.described() + " was added"));
  }
}
