package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/encoding-serialization-changed.md. */
@Rule(
    id = "encoding-serialization-changed",
    summary = "A part of a form is written in another way",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "The value that is sent is read as another value, or not at all.",
    fix = "Keep style and explode.")
final class EncodingSerializationChanged implements EncodingRule {

  @Override
  public List<Hit> kept(Encoding before, Encoding after, Place place) {
    return before.spelledOtherwiseIn(after).stream()
        .map(
            kind ->
                Hit.kept(before, after, "is written in another way")
                    .values(before.form(kind, after), after.form(kind, before))
                    .shownBy(Showing.misread(before)))
        .toList();
  }
}
