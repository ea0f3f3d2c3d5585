package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-encoding-widened.md. */
@Rule(
    id = "response-encoding-widened",
    summary = "A part of a body may have another media type",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "The reader gets a part of a type that it was never told of.",
    fix = "Keep the media type of the part.")
final class ResponseEncodingWidened implements EncodingRule {

  @Override
  public List<Hit> kept(Encoding before, Encoding after, Place place) {
    if (place.direction() != Direction.RESPONSE || after.takenBy(before)) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "allows another media type")
            .values(before.contentTypeText(), after.contentTypeText())
            .shownBy(
                after.siblings().range().multipart()
                    ? Showing.with(after, before)
                    : Showing.misread(after)));
  }
}
