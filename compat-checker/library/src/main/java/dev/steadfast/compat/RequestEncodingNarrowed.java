package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-encoding-narrowed.md. */
@Rule(
    id = "request-encoding-narrowed",
    summary = "A part of a form takes fewer media types",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A part of the old type was read before and is refused now.",
    fix = "Keep accepting the media type.")
final class RequestEncodingNarrowed implements EncodingRule {

  @Override
  public List<Hit> kept(Encoding before, Encoding after, Place place) {
    if (place.direction() != Direction.REQUEST || before.takenBy(after)) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "takes fewer media types")
            .values(before.contentTypeText(), after.contentTypeText())
            .shownBy(
                before.siblings().range().multipart()
                    ? Showing.with(before, after)
                    : Showing.misread(before)));
  }
}
