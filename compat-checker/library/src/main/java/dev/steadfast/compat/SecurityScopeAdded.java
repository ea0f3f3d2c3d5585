package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Authorization.Alternative;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/security-scope-added.md. */
@Rule(
    id = "security-scope-added",
    summary = "A scope became required",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A token that was good enough before is refused with 403 now.",
    fix = "Accept the old scopes until every client has asked for the new one.")
final class SecurityScopeAdded implements AuthorizationRule {

  @Override
  public List<Hit> kept(Authorization before, Authorization after, Place place) {
    Authorization caller = place.direction() == Direction.REQUEST ? before : after;
    Authorization door = place.direction() == Direction.REQUEST ? after : before;
    List<Hit> hits = new ArrayList<>();
    for (Alternative alternative : caller.alternatives()) {
      boolean scopesOnly =
          door.alternatives().stream().anyMatch(a -> a.lacksOnlyScopesFrom(alternative));
      if (!door.admitsByName(alternative) && scopesOnly) {
        hits.add(
            Hit.kept(before, after, "")
                .saying("callers with " + alternative + " lack a scope")
                .values(before.toString(), after.toString())
                .shownBy(Showing.by(alternative)));
      }
    }
    return hits;
  }
}
