package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/required-request-parameter-added.md. */
@Rule(
    id = "required-request-parameter-added",
    summary = "A required request parameter was added",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A request without the parameter was valid before and is rejected with 400 now.",
    fix = "Make it optional and let the server apply a default, or publish a new operation.")
final class RequiredRequestParameterAdded implements ParameterRule {

  @Override
  public List<Hit> added(Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || !after.required()) {
      return List.of();
    }
    return List.of(
        Hit.added(after)
            .saying("required " + after.described() + " was added")
            .shownBy(Showing.SMALLEST));
  }
}
