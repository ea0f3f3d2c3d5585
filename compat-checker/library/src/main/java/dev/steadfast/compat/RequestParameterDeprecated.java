package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-deprecated.md. */
@Rule(
    id = "request-parameter-deprecated",
    summary = "A request parameter became deprecated",
    severity = Severity.INFO,
    breaks = {},
    why = "It still works; clients have been told to leave.",
    fix = "Say what to use instead.")
final class RequestParameterDeprecated implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || before.deprecated() || !after.deprecated()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "became deprecated").values("false", "true"));
  }
}
