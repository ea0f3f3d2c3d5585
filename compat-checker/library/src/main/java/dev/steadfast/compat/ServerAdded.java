package dev.steadfast.compat;

import dev.steadfast.diff.Place;
import dev.steadfast.diff.Server;
import dev.steadfast.diff.Servers;
import java.util.ArrayList;
import java.util.List;

/** See the {@link Rule} annotation and docs/rules/server-added.md. */
@Rule(
    id = "server-added",
    summary = "A server URL was added",
    severity = Severity.INFO,
    breaks = {},
    why = "Nobody calls it yet.",
    fix = "Nothing to do.")
final class ServerAdded implements ServersRule {

  @Override
  public List<Hit> kept(Servers before, Servers after, Place place) {
    List<Hit> hits = new ArrayList<>();
    for (Server server : after.all()) {
      if (!before.cover(server)) {
        hits.add(
            Hit.added(server).at(before.at(), server.at()).values(before.toString(), server.url()));
      }
    }
    return hits;
  }
}
