package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-header-became-required.md. */
@Rule(
    id = "response-header-became-required",
    summary = "A response header became required",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients find it in every response now.",
    fix = "Nothing to do.")
final class ResponseHeaderBecameRequired implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.RESPONSE || before.required() || !after.required()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "became required").values("optional", "required"));
  }
}
