package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-answer-body-added.md. */
@Rule(
    id = "webhook-answer-body-added",
    summary = "An answer to a webhook or callback must have a body",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A consumer that answers without a body is taken to have failed.",
    fix = "Accept answers without a body.")
final class WebhookAnswerBodyAdded implements ResponseRule {

  @Override
  public List<Hit> kept(Response before, Response after, Place place) {
    if (place.direction() != Direction.REQUEST
        || !before.content().isEmpty()
        || after.content().isEmpty()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "must have a body now").shownBy(Showing.SMALLEST));
  }
}
