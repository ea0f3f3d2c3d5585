package dev.steadfast.compat;

import static dev.steadfast.diff.Operation.Origin.PATH;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/operation-added.md. */
@Rule(
    id = "operation-added",
    summary = "An operation was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody calls it yet.",
    fix = "Nothing to do.")
final class OperationAdded implements OperationRule {

  @Override
  public List<Hit> added(Operation after, Place place) {
    if (after.origin() != PATH) {
      return List.of();
    }
    return List.of(Hit.added(after).saying("operation was added"));
  }
}
