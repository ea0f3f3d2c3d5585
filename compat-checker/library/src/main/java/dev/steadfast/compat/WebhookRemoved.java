package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;
import static dev.steadfast.diff.Operation.Origin.WEBHOOK;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-removed.md. */
@Rule(
    id = "webhook-removed",
    summary = "A webhook was removed",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A consumer waits for a message that is never sent again.",
    fix = "Keep sending it and mark the webhook deprecated until every consumer has moved.")
final class WebhookRemoved implements OperationRule {

  @Override
  public List<Hit> removed(Operation before, Place place) {
    if (before.origin() != WEBHOOK) {
      return List.of();
    }
    return List.of(Hit.removed(before).saying("webhook was removed").shownBy(Showing.LOST));
  }
}
