package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;

import dev.steadfast.diff.Place;
import dev.steadfast.diff.Server;
import dev.steadfast.diff.Servers;
import java.util.ArrayList;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/server-removed.md. */
@Rule(
    id = "server-removed",
    summary = "A server URL was removed",
    severity = Severity.ERROR,
    breaks = {CLIENT_RUNTIME},
    why = "Clients that call the URL reach nothing, or something else.",
    fix = "Keep the server listed and serving until clients have moved.")
final class ServerRemoved implements ServersRule {

  @Override
  public List<Hit> kept(Servers before, Servers after, Place place) {
    List<Hit> hits = new ArrayList<>();
    for (Server server : before.all()) {
      if (!after.cover(server)) {
        hits.add(
            Hit.removed(server)
                .at(server.at(), after.at())
                .values(server.url(), after.toString())
                .shownBy(Showing.to(after.uncovered(server))));
      }
    }
    return hits;
  }
}
