package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-header-deprecated.md. */
@Rule(
    id = "response-header-deprecated",
    summary = "A response header became deprecated",
    severity = Severity.INFO,
    breaks = {},
    why = "It is still sent; clients have been told not to rely on it.",
    fix = "Say what to use instead.")
final class ResponseHeaderDeprecated implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.RESPONSE || before.deprecated() || !after.deprecated()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "became deprecated").values("false", "true"));
  }
}
