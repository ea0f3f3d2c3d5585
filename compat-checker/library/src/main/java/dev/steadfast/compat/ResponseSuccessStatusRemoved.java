package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-success-status-removed.md. */
@Rule(
    id = "response-success-status-removed",
    summary = "A success status is never answered again",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A client that waits for this status takes every answer for a failure.",
    fix = "Keep answering with the status.")
final class ResponseSuccessStatusRemoved implements ResponseRule {

  @Override
  public List<Hit> removed(Response before, Place place) {
    if (place.direction() != Direction.RESPONSE || !succeeded(before, place)) {
      return List.of();
    }
    return List.of(Hit.removed(before).shownBy(Showing.LOST));
  }

  /* Where no 2xx is declared, a redirect or the default is how the operation succeeds. */
  static boolean succeeded(Response before, Place place) {
    Operation base = place.base();
    boolean other = base != null && base.responses().stream().anyMatch(Response::success);
    return before.success() || (!other && (before.redirect() || before.status().equals("default")));
  }
}
