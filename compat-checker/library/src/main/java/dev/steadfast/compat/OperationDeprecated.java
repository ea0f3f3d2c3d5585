package dev.steadfast.compat;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/operation-deprecated.md. */
@Rule(
    id = "operation-deprecated",
    summary = "An operation became deprecated",
    severity = Severity.INFO,
    breaks = {},
    why = "It still works; clients have been told to leave.",
    fix = "Announce a sunset date and what to use instead.")
final class OperationDeprecated implements OperationRule {

  @Override
  public List<Hit> kept(Operation before, Operation after, Place place) {
    if (before.deprecated() || !after.deprecated()) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "").saying("operation became deprecated").values("false", "true"));
  }
}
