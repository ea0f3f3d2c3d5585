package dev.steadfast.compat;

import static dev.steadfast.diff.Operation.Origin.WEBHOOK;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/webhook-added.md. */
@Rule(
    id = "webhook-added",
    summary = "A webhook was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody expects it yet.",
    fix = "Nothing to do.")
final class WebhookAdded implements OperationRule {

  @Override
  public List<Hit> added(Operation after, Place place) {
    if (after.origin() != WEBHOOK) {
      return List.of();
    }
    return List.of(Hit.added(after).saying("webhook was added"));
  }
}
