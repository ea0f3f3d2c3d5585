package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/request-media-type-added.md. */
@Rule(
    id = "request-media-type-added",
    summary = "A media type is accepted too",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody sends it yet.",
    fix = "Nothing to do.")
final class RequestMediaTypeAdded implements MediaTypeRule {

  @Override
  public List<Hit> added(MediaType after, Place place) {
    if (place.direction() != Direction.REQUEST) {
      return List.of();
    }
    return List.of(Hit.added(after));
  }
}
