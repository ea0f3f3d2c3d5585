package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-header-serialization-changed.md. */
@Rule(
    id = "response-header-serialization-changed",
    summary = "A response header is written in another way",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "Clients read another value than the one that was sent, or none.",
    fix = "Keep style, explode and content; add a header with the new form.")
final class ResponseHeaderSerializationChanged implements ParameterRule {

  @Override
  public List<Hit> kept(Parameter before, Parameter after, Place place) {
    if (place.direction() != Direction.RESPONSE || !before.in().equals(after.in())) {
      return List.of();
    }
    return before.spelledOtherwiseIn(after).stream()
        .map(
            kind ->
                Hit.kept(before, after, "is written in another way")
                    .values(before.form(kind), after.form(kind))
                    .shownBy(Showing.misread(after)))
        .toList();
  }
}
