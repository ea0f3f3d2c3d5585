package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-answer-added.md. */
@Rule(
    id = "webhook-answer-added",
    summary = "An answer to a webhook or callback is understood too",
    severity = Severity.INFO,
    breaks = {},
    why = "Consumers may use it.",
    fix = "Nothing to do.")
final class WebhookAnswerAdded implements ResponseRule {

  @Override
  public List<Hit> added(Response after, Place place) {
    if (place.direction() != Direction.REQUEST) {
      return List.of();
    }
    return List.of(Hit.added(after));
  }
}
