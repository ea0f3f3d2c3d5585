package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-body-removed.md. */
@Rule(
    id = "webhook-body-removed",
    summary = "The body of a webhook or callback was removed",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A consumer that reads the body never finds it again.",
    fix = "Keep sending the body until every consumer has moved.")
final class WebhookBodyRemoved implements BodyRule {

  @Override
  public List<Hit> removed(Body before, Place place) {
    if (place.direction() != Direction.RESPONSE) {
      return List.of();
    }
    return List.of(
        Hit.removed(before)
            .shownBy(before.required() ? Showing.SMALLEST : Showing.lost(before.content())));
  }
}
