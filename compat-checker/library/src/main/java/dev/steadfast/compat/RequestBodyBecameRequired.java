package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-body-became-required.md. */
@Rule(
    id = "request-body-became-required",
    summary = "A request body became required",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A request without a body was valid before and is rejected with 400 now.",
    fix = "Keep the body optional and let the server apply a default.")
final class RequestBodyBecameRequired implements BodyRule {

  @Override
  public List<Hit> kept(Body before, Body after, Place place) {
    if (place.direction() != Direction.REQUEST || before.required() || !after.required()) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "became required")
            .values("optional", "required")
            .shownBy(Showing.SMALLEST));
  }
}
