package dev.steadfast.compat;

import static dev.steadfast.diff.Operation.Origin.CALLBACK;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/callback-added.md. */
@Rule(
    id = "callback-added",
    summary = "A callback was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody expects it yet.",
    fix = "Nothing to do.")
final class CallbackAdded implements OperationRule {

  @Override
  public List<Hit> added(Operation after, Place place) {
    if (after.origin() != CALLBACK) {
      return List.of();
    }
    return List.of(Hit.added(after).saying("callback was added"));
  }
}
