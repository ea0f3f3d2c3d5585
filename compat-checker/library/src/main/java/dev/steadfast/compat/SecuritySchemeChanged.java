package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Authorization.Alternative;
import dev.steadfast.diff.Authorization.Demand;
import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/security-scheme-changed.md. */
@Rule(
    id = "security-scheme-changed",
    summary = "A security scheme asks for another credential",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A request with the credential that sufficed before is refused with 401 now.",
    fix = "Declare the new scheme beside the old one and accept both until clients have moved.")
final class SecuritySchemeChanged implements AuthorizationRule {

  @Override
  public List<Hit> kept(Authorization before, Authorization after, Place place) {
    List<Hit> hits = new ArrayList<>();
    for (Alternative caller : before.alternatives()) {
      if (!after.admits(caller)) {
        for (Demand held : caller.demands()) {
          after
              .redefined(held)
              .ifPresent(
                  wanted ->
                      hits.add(
                          Hit.kept(before, after, "")
                              .at(held.at(), wanted.at())
                              .saying(
                                  "security scheme '"
                                      + held.name()
                                      + "' asks for another credential")
                              .values(held.scheme().toString(), wanted.scheme().toString())
                              .shownBy(Showing.by(caller))));
        }
      }
    }
    return hits;
  }
}
