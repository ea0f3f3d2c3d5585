package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-became-required.md. */
@Rule(
    id = "request-parameter-became-required",
    summary = "A request parameter became required",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A request that omits the parameter was valid before and is rejected with 400 now.",
    fix = "Keep it optional and let the server apply a default, or publish a new operation.")
final class RequestParameterBecameRequired implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || before.required() || !after.required()) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "became required")
            .values("optional", "required")
            .shownBy(Showing.SMALLEST));
  }
}
