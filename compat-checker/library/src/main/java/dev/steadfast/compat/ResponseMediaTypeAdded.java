package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Place.Message;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-media-type-added.md. */
@Rule(
    id = "response-media-type-added",
    summary = "A media type is answered too",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients choose with Accept.",
    fix = "Nothing to do.")
final class ResponseMediaTypeAdded implements MediaTypeRule {

  @Override
  public List<Hit> added(MediaType after, Place place) {
    if (place.direction() != Direction.RESPONSE || place.message() != Message.ANSWER) {
      return List.of();
    }
    return List.of(Hit.added(after));
  }
}
