package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Place.Message;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-media-type-removed.md. */
@Rule(
    id = "webhook-media-type-removed",
    summary = "A webhook or callback is never sent in a media type again",
    severity = Severity.INFO,
    breaks = {},
    why = "Consumers read the media types that are left.",
    fix = "Nothing to do.")
final class WebhookMediaTypeRemoved implements MediaTypeRule {

  @Override
  public List<Hit> removed(MediaType before, Place place) {
    if (place.direction() != Direction.RESPONSE || place.message() != Message.REQUEST) {
      return List.of();
    }
    return List.of(Hit.removed(before));
  }
}
