package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Link;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-link-removed.md. */
@Rule(
    id = "response-link-removed",
    summary = "A link was removed",
    severity = Severity.WARNING,
    breaks = {SDK_COMPILE},
    why = "Code that was generated to follow the link does not compile.",
    fix = "Keep the link.")
final class ResponseLinkRemoved implements LinkRule {

  @Override
  public List<Hit> removed(Link before, Place place) {
    return List.of(Hit.removed(before));
  }
}
