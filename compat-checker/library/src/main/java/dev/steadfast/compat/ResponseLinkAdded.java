package dev.steadfast.compat;

import dev.steadfast.diff.Link;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-link-added.md. */
@Rule(
    id = "response-link-added",
    summary = "A link was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody follows it yet.",
    fix = "Nothing to do.")
final class ResponseLinkAdded implements LinkRule {

  @Override
  public List<Hit> added(Link after, Place place) {
    return List.of(Hit.added(after));
  }
}
