package dev.steadfast.compat;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-body-added.md. */
@Rule(
    id = "webhook-body-added",
    summary = "The body of a webhook or callback was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Consumers ignore a body that they do not expect.",
    fix = "Nothing to do.")
final class WebhookBodyAdded implements BodyRule {

  @Override
  public List<Hit> added(Body after, Place place) {
    if (place.direction() != Direction.RESPONSE) {
      return List.of();
    }
    return List.of(Hit.added(after));
  }
}
