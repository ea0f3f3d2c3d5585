package dev.steadfast.compat;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Authorization.Alternative;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/security-widened.md. */
@Rule(
    id = "security-widened",
    summary = "A caller that was refused is admitted",
    severity = Severity.INFO,
    breaks = {},
    why = "Who could call before still can.",
    fix = "Make sure that it was meant.")
final class SecurityWidened implements AuthorizationRule {

  @Override
  public List<Hit> kept(Authorization before, Authorization after, Place place) {
    Authorization caller = place.direction() == Direction.REQUEST ? after : before;
    Authorization door = place.direction() == Direction.REQUEST ? before : after;
    List<Hit> hits = new ArrayList<>();
    for (Alternative alternative : caller.alternatives()) {
      if (!door.admitsByName(alternative)) {
        hits.add(
            Hit.kept(before, after, "")
                .saying("callers with " + alternative + " are admitted now")
                .values(before.toString(), after.toString()));
      }
    }
    return hits;
  }
}
