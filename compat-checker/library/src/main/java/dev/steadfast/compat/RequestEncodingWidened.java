package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-encoding-widened.md. */
@Rule(
    id = "request-encoding-widened",
    summary = "A part of a form takes more media types",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody sends them yet.",
    fix = "Nothing to do.")
final class RequestEncodingWidened implements EncodingRule {

  @Override
  public List<Hit> kept(Encoding before, Encoding after, Place place) {
    if (place.direction() != Direction.REQUEST || after.takenBy(before)) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "takes more media types")
            .values(before.contentTypeText(), after.contentTypeText()));
  }
}
