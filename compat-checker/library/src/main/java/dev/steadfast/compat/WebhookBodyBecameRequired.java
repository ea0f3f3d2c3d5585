package dev.steadfast.compat;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-body-became-required.md. */
@Rule(
    id = "webhook-body-became-required",
    summary = "The body of a webhook or callback became required",
    severity = Severity.INFO,
    breaks = {},
    why = "Consumers find it in every message now.",
    fix = "Nothing to do.")
final class WebhookBodyBecameRequired implements BodyRule {

  @Override
  public List<Hit> kept(Body before, Body after, Place place) {
    if (place.direction() != Direction.RESPONSE || before.required() || !after.required()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "became required").values("optional", "required"));
  }
}
