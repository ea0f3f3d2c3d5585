package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-answer-removed.md. */
@Rule(
    id = "webhook-answer-removed",
    summary = "An answer to a webhook or callback is no longer understood",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A consumer that answers with this status is taken to have failed.",
    fix = "Keep accepting the status.")
final class WebhookAnswerRemoved implements ResponseRule {

  @Override
  public List<Hit> removed(Response before, Place place) {
    if (place.direction() != Direction.REQUEST || !before.success()) {
      return List.of();
    }
    return List.of(Hit.removed(before).shownBy(Showing.SMALLEST));
  }
}
