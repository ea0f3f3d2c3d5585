package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/required-request-body-added.md. */
@Rule(
    id = "required-request-body-added",
    summary = "A required request body was added",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A request without a body was valid before and is rejected with 400 now.",
    fix = "Make the body optional, or publish a new operation.")
final class RequiredRequestBodyAdded implements BodyRule {

  @Override
  public List<Hit> added(Body after, Place place) {
    if (place.direction() != Direction.REQUEST || !after.required()) {
      return List.of();
    }
    return List.of(
        Hit.added(after).saying("required request body was added").shownBy(Showing.SMALLEST));
  }
}
