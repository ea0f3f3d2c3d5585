package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-parameter-serialization-changed.md. */
@Rule(
    id = "request-parameter-serialization-changed",
    summary = "A request parameter is written in another way",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "The value that clients send is read as another value, or not at all.",
    fix = "Keep style, explode and content; add a parameter with the new form.")
final class RequestParameterSerializationChanged implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.REQUEST || !before.in().equals(after.in())) {
      return List.of();
    }
    return before.spelledOtherwiseIn(after).stream()
        .map(
            kind ->
                Hit.kept(before, after, "is written in another way")
                    .values(before.form(kind), after.form(kind))
                    .shownBy(Showing.misread(before)))
        .toList();
  }
}
