package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-removed.md. */
@Rule(
    id = "request-parameter-removed",
    summary = "A request parameter was removed",
    severity = Severity.WARNING,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "Clients that send it are not refused, but what they ask for no longer happens.",
    fix = "Keep it, mark it deprecated, and remove it once nobody sends it.")
final class RequestParameterRemoved implements ParameterRule {

  @Override
  public List<Hit> removed(Parameter before, Place place) {
    if (place.direction() != Direction.REQUEST) {
      return List.of();
    }
    return List.of(Hit.removed(before).shownBy(Showing.with(before)));
  }
}
