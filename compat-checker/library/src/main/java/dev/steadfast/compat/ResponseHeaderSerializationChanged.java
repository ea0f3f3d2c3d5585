package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Kind;
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
    for (Kind kind : Kind.values()) {
      boolean shared =
          Kind.of(before.schema()).contains(kind) && Kind.of(after.schema()).contains(kind);
      if (shared && !before.form(kind).equals(after.form(kind))) {
        return List.of(
            Hit.kept(before, after, "is written in another way")
                .values(before.form(kind), after.form(kind))
                .shownBy(Showing.with(before)));
      }
    }
    return List.of();
  }
}
