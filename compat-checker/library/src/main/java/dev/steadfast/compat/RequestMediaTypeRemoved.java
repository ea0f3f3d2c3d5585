package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-media-type-removed.md. */
@Rule(
    id = "request-media-type-removed",
    summary = "A media type is no longer accepted",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A body of this type was read before and is refused with 415 now.",
    fix = "Keep accepting the media type beside the new one.")
final class RequestMediaTypeRemoved implements MediaTypeRule {

  @Override
  public List<Hit> removed(MediaType before, Place place) {
    if (place.direction() != Direction.REQUEST) {
      return List.of();
    }
    return List.of(
        Hit.removed(before).shownBy(Showing.outside(before, place.content(place.revision()))));
  }
}
