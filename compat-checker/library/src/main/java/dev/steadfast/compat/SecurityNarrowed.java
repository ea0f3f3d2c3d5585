package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Authorization.Alternative;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/security-narrowed.md. */
@Rule(
    id = "security-narrowed",
    summary = "A caller that was admitted no longer is",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A request with the credentials that sufficed before is refused with 401 or 403 now.",
    fix = "Keep the old alternative beside the new one until clients have moved.")
final class SecurityNarrowed implements AuthorizationRule {

  @Override
  public List<Hit> kept(Authorization before, Authorization after, Place place) {
    Authorization caller = place.direction() == Direction.REQUEST ? before : after;
    Authorization door = place.direction() == Direction.REQUEST ? after : before;
    List<Hit> hits = new ArrayList<>();
    for (Alternative alternative : caller.alternatives()) {
      boolean scopesOnly =
          door.alternatives().stream().anyMatch(a -> a.lacksOnlyScopesFrom(alternative));
      if (!door.admitsByName(alternative) && !scopesOnly) {
        hits.add(
            Hit.kept(before, after, "")
                .saying("callers with " + alternative + " are no longer admitted")
                .values(before.toString(), after.toString())
                .shownBy(Showing.by(alternative)));
      }
    }
    return hits;
  }
}
