package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-empty-disallowed.md. */
@Rule(
    id = "request-parameter-empty-disallowed",
    summary = "A request parameter may no longer be empty",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A request with 'name=' was valid before and is rejected with 400 now.",
    fix = "Keep allowEmptyValue.")
final class RequestParameterEmptyDisallowed implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST
        || !before.allowEmptyValue()
        || after.allowEmptyValue()
        || !before.in().equals("query")) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "may no longer be empty")
            .values("allowEmptyValue: true", "allowEmptyValue: false")
            .shownBy(Showing.with(before, "")));
  }
}
