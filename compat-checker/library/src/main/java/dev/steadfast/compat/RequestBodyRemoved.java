package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-body-removed.md. */
@Rule(
    id = "request-body-removed",
    summary = "A request body was removed",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "What clients send in the body is refused or has no effect.",
    fix = "Keep accepting the body, or publish a new operation.")
final class RequestBodyRemoved implements BodyRule {

  @Override
  public List<Hit> removed(Body before, Place place) {
    if (place.direction() != Direction.REQUEST) {
      return List.of();
    }
    String any = before.content().isEmpty() ? "" : before.content().get(0).name();
    return List.of(Hit.removed(before).shownBy(Showing.body(any)));
  }
}
