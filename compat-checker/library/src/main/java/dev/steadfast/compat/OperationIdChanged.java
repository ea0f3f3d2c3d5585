package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.List;
import java.util.Objects;

/** See the {@link Rule} annotation and docs/rules/operation-id-changed.md. */
@Rule(
    id = "operation-id-changed",
    summary = "An operationId changed",
    severity = Severity.WARNING,
    breaks = {SDK_COMPILE},
    why =
        "The method of a generated client has another name, so callers of the old one do not compile.",
    fix = "Keep the operationId; it is a name in source code.")
final class OperationIdChanged implements OperationRule {

  @Override
  public List<Hit> kept(Operation before, Operation after, Place place) {
    String was = before.operationId();
    String now = after.operationId();
    if (Objects.equals(was, now)) {
      return List.of();
    }
    return List.of(
        Hit.kept(before, after, "")
            .saying(
                now == null
                    ? "operationId '" + was + "' was removed"
                    : was == null
                        ? "operationId '" + now + "' was added"
                        : "operationId '" + was + "' became '" + now + "'")
            .values(was == null ? "" : was, now == null ? "" : now));
  }
}
