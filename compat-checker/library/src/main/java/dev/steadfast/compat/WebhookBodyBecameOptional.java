package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-body-became-optional.md. */
@Rule(
    id = "webhook-body-became-optional",
    summary = "The body of a webhook or callback became optional",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A consumer that relies on the body may not find it.",
    fix = "Keep sending it in every message.")
final class WebhookBodyBecameOptional implements BodyRule {

  @Override
  public List<Hit> kept(Body before, Body after, Place place) {
    if (place.direction() != Direction.RESPONSE || !before.required() || after.required()) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "became optional")
            .values("required", "optional")
            .shownBy(Showing.SMALLEST));
  }
}
