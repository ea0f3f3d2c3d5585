package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-became-optional.md. */
@Rule(
    id = "request-parameter-became-optional",
    summary = "A request parameter became optional",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients that send it are still understood.",
    fix = "Nothing to do.")
final class RequestParameterBecameOptional implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || !before.required() || after.required()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "became optional").values("required", "optional"));
  }
}
