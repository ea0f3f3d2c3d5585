package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Place.Message;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-media-type-added.md. */
@Rule(
    id = "webhook-media-type-added",
    summary = "A webhook or callback may be sent in another media type",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "The consumer cannot choose: it gets a body that it was never told of.",
    fix = "Let consumers choose the media type when they subscribe.")
final class WebhookMediaTypeAdded implements MediaTypeRule {

  @Override
  public List<Hit> added(MediaType after, Place place) {
    if (place.direction() != Direction.RESPONSE || place.message() != Message.REQUEST) {
      return List.of();
    }
    return List.of(Hit.added(after).shownBy(Showing.SMALLEST));
  }

  @Override
  public List<Hit> kept(MediaType before, MediaType after, Place place) {
    if (place.direction() != Direction.RESPONSE
        || place.message() != Message.REQUEST
        || before.range().covers(after.range())) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "was widened to '" + after.name() + "'")
            .values(before.name(), after.name())
            .shownBy(Showing.SMALLEST));
  }
}
