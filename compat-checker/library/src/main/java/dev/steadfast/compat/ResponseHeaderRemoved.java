package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-header-removed.md. */
@Rule(
    id = "response-header-removed",
    summary = "A response header was removed",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A client that reads the header never finds it again.",
    fix = "Keep sending it and mark it deprecated until nobody reads it.")
final class ResponseHeaderRemoved implements ParameterRule {

  @Override
  public List<Hit> removed(Parameter before, Place place) {
    if (place.direction() != Direction.RESPONSE) {
      return List.of();
    }
    return List.of(
        Hit.removed(before)
            .values(before.required() ? "required" : "optional", "")
            .shownBy(before.required() ? Showing.SMALLEST : Showing.lost(before)));
  }
}
