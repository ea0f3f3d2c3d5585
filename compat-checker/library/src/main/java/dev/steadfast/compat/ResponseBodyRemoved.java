package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/response-body-removed.md. */
@Rule(
    id = "response-body-removed",
    summary = "A response lost its body",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME, SDK_COMPILE},
    why = "A client that reads the body finds nothing.",
    fix = "Keep the body.")
final class ResponseBodyRemoved implements ResponseRule {

  @Override
  public List<Hit> kept(Response before, Response after, Place place) {
    if (place.direction() != Direction.RESPONSE
        || before.content().isEmpty()
        || !after.content().isEmpty()) {
      return List.of();
    }
    return List.of(Hit.kept(before, after, "lost its body").shownBy(Showing.SMALLEST));
  }
}
