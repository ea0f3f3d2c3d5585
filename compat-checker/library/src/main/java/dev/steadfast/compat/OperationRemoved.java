package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;
import static dev.steadfast.diff.Operation.Origin.PATH;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/operation-removed.md. */
@Rule(
    id = "operation-removed",
    summary = "An operation was removed",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A request to it was answered before and is refused with 404 or 405 now.",
    fix = "Keep it, mark it deprecated, announce a sunset date, and remove it after that date.")
final class OperationRemoved implements OperationRule {

  @Override
  public List<Hit> removed(Operation before, Place place) {
    if (before.origin() != PATH) {
      return List.of();
    }
    return List.of(Hit.removed(before).saying("operation was removed").shownBy(Showing.SMALLEST));
  }
}
