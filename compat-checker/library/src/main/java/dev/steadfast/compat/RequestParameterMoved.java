package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-moved.md. */
@Rule(
    id = "request-parameter-moved",
    summary = "A request parameter moved",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "Clients send it where nobody looks any more.",
    fix = "Accept it in both places until clients have moved.")
final class RequestParameterMoved implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || before.in().equals(after.in())) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "moved to " + after.in())
            .values(before.in(), after.in())
            .shownBy(Showing.with(before)));
  }
}
