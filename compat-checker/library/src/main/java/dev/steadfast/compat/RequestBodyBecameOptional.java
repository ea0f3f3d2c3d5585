package dev.steadfast.compat;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-body-became-optional.md. */
@Rule(
    id = "request-body-became-optional",
    summary = "A request body became optional",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients that send it are still understood.",
    fix = "Nothing to do.")
final class RequestBodyBecameOptional implements BodyRule {

  @Override
  public List<Hit> kept(Body before, Body after, Place place) {
    if (place.direction() != Direction.REQUEST || !before.required() || after.required()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "became optional").values("required", "optional"));
  }
}
