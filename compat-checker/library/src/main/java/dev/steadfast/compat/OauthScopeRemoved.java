package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Authorization.Alternative;
import dev.steadfast.diff.Authorization.Demand;
import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** See the {@link Rule} annotation and docs/rules/oauth-scope-removed.md. */
@Rule(
    id = "oauth-scope-removed",
    summary = "A scope is no longer offered",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "A client that asks for the scope is refused a token.",
    fix = "Keep offering the scope, even if no operation asks for it.")
final class OauthScopeRemoved implements AuthorizationRule {

  @Override
  public List<Hit> kept(Authorization before, Authorization after, Place place) {
    List<Hit> hits = new ArrayList<>();
    for (Alternative alternative : before.alternatives()) {
      for (Demand held : alternative.demands()) {
        after
            .schemeLike(held)
            .ifPresent(
                scheme -> {
                  Set<String> now = scheme.offered();
                  for (String scope : held.offered()) {
                    if (!now.contains(scope)) {
                      hits.add(
                          Hit.kept(before, after, "")
                              .at(held.at(), scheme.at())
                              .saying("scope '" + scope + "' is no longer offered")
                              .values(scope, ""));
                    }
                  }
                });
      }
    }
    return hits;
  }
}
