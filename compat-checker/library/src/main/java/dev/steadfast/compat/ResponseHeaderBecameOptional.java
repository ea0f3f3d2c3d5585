package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-header-became-optional.md. */
@Rule(
    id = "response-header-became-optional",
    summary = "A response header became optional",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A client that relies on the header may not find it.",
    fix = "Keep sending it in every response.")
final class ResponseHeaderBecameOptional implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.RESPONSE || !before.required() || after.required()) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "became optional")
            .values("required", "optional")
            .shownBy(Showing.SMALLEST));
  }
}
