package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Link;
import dev.steadfast.diff.Place;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-link-changed.md. */
@Rule(
    id = "response-link-changed",
    summary = "A link leads somewhere else",
    severity = Severity.WARNING,
    breaks = {SDK_COMPILE},
    why =
        "Code that was generated to follow the link calls another operation, or with other values.",
    fix = "Keep the link and add another.")
final class ResponseLinkChanged implements LinkRule {

  @Override
  public List<Hit> kept(Link before, Link after, Place place) {
    if (before.leadsWhere(after)) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "leads somewhere else"));
  }
}
