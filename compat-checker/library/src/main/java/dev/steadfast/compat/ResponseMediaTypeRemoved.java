package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Place.Message;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-media-type-removed.md. */
@Rule(
    id = "response-media-type-removed",
    summary = "A media type is no longer answered",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why =
        "A client that asks for this type with Accept is refused with 406, or gets one that it cannot read.",
    fix = "Keep offering the media type beside the new one.")
final class ResponseMediaTypeRemoved implements MediaTypeRule {

  @Override
  public List<Hit> removed(MediaType before, Place place) {
    if (place.direction() != Direction.RESPONSE || place.message() != Message.ANSWER) {
      return List.of();
    }
    return List.of(Hit.removed(before).shownBy(Showing.accepting(before.name())));
  }
}
