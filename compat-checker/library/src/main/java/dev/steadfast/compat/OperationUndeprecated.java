package dev.steadfast.compat;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/operation-undeprecated.md. */
@Rule(
    id = "operation-undeprecated",
    summary = "An operation is no longer deprecated",
    severity = Severity.INFO,
    breaks = {},
    why = "Clients that were told to leave may stay.",
    fix = "Nothing to do.")
final class OperationUndeprecated implements OperationRule {

  @Override
  public List<Hit> kept(Operation before, Operation after, Place place) {
    if (!before.deprecated() || after.deprecated()) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "")
            .saying("operation is no longer deprecated")
            .values("true", "false"));
  }
}
