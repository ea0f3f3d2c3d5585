package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/operation-tag-removed.md. */
@Rule(
    id = "operation-tag-removed",
    summary = "A tag was removed from an operation",
    severity = Severity.WARNING,
    breaks = {SDK_COMPILE},
    why =
        "Generators put operations into one class per tag, so callers of the old class do not compile.",
    fix = "Keep the tag; add others beside it.")
final class OperationTagRemoved implements OperationRule {

  @Override
  public List<Hit> kept(Operation before, Operation after, Place place) {
    List<Hit> hits = new ArrayList<>();
    for (String tag : new LinkedHashSet<>(before.tags())) {
      if (!after.tags().contains(tag)) {
        hits.add(
            Hit.kept(before, after, "")
                .saying("tag '" + tag + "' was removed")
                .values(String.join(", ", before.tags()), String.join(", ", after.tags())));
      }
    }
    return hits;
  }
}
