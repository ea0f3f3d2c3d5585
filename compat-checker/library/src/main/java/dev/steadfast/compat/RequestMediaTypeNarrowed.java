package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-media-type-narrowed.md. */
@Rule(
    id = "request-media-type-narrowed",
    summary = "A range of media types became narrower",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A body of a type in the old range is refused with 415 now.",
    fix = "Keep the range, or list every type that clients send.")
final class RequestMediaTypeNarrowed implements MediaTypeRule {

  @Override
  public List<Hit> kept(MediaType before, MediaType after, Place place) {
    if (place.direction() != Direction.REQUEST || after.range().covers(before.range())) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "was narrowed to '" + after.name() + "'")
            .values(before.name(), after.name())
            .shownBy(Showing.body(before.range().typeOutside(after.range()))));
  }
}
