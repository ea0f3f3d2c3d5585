package dev.steadfast.edge;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/** {@code steadfast edge status}: a table for people, one JSON object for programs. */
final class EdgeStatusCommand extends EdgePart {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ROW = "%-7s %-21s %-8s %6s %7s %8s %10s %7s  %s%n";

  EdgeStatusCommand(Surroundings surroundings) {
    super(surroundings, "status", "Shows the servers, the canary and the brownouts.");
    spec().addOption(Options.flag("--json", "one JSON object for programs"));
    spec()
        .usageMessage()
        .footer(
            "  steadfast edge status",
            "",
            "Exit codes: 0 every server is up, 1 at least one is not, 2 the edge cannot be asked.");
  }

  @Override
  int run(Edge edge, ParseResult arguments) throws EdgeException, IOException {
    List<EdgeServer> servers = edge.servers();
    boolean healthy = servers.stream().allMatch(EdgeServer::isUp);
    surroundings()
        .out()
        .write(
            arguments.hasMatchedOption("--json")
                ? json(edge, servers, healthy) + '\n'
                : text(edge, servers));
    return healthy ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private String json(Edge edge, List<EdgeServer> servers, boolean healthy) throws EdgeException {
    List<Map<String, Object>> brownouts = new ArrayList<>();
    for (String version : edge.versions()) {
      Map<String, Object> brownout = new LinkedHashMap<>();
      brownout.put("version", version);
      brownout.put("planned", isPlanned(edge, version));
      brownout.put("override", edge.brownoutOverride(version).orElse("none"));
      brownouts.add(brownout);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("healthy", healthy);
    all.put("edge", edge.info());
    all.put("waiting", edge.waiting());
    all.put("canary", edge.canary());
    all.put("brownouts", brownouts);
    all.put("servers", servers);
    return JSON.writeValueAsString(all);
  }

  private String text(Edge edge, List<EdgeServer> servers) throws EdgeException {
    EdgeInfo info = edge.info();
    Canary canary = edge.canary();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "HAProxy %s, process %d, up %s: %d of %d connections, %d requests/s, %d waiting%n",
            info.version(),
            info.pid(),
            Duration.ofSeconds(info.uptimeSeconds())
                .toString()
                .substring(2)
                .toLowerCase(Locale.ROOT),
            info.connections(),
            info.maxConnections(),
            info.requestRate(),
            edge.waiting()));
    text.append(
        canary.isOn()
            ? "canary: " + canary.server() + " gets " + canary.percent() + " % of all requests\n"
            : "canary: none\n");
    for (String version : edge.versions()) {
      Optional<String> override = edge.brownoutOverride(version);
      boolean planned = isPlanned(edge, version);
      if (override.isPresent() || planned) {
        text.append("brownout: ").append(BrownoutCommand.now(version, override, planned));
        text.append('\n');
      }
    }
    text.append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            "server",
            "address",
            "state",
            "weight",
            "inside",
            "waiting",
            "requests",
            "5xx",
            "check"));
    for (EdgeServer server : servers) {
      text.append(
          String.format(
              Locale.ROOT,
              ROW,
              server.name(),
              server.address(),
              server.state(),
              server.weight(),
              server.inside(),
              server.waiting(),
              server.requests(),
              server.errors(),
              server.check()));
    }
    return text.toString();
  }

  private boolean isPlanned(Edge edge, String version) throws EdgeException {
    return edge.isPlannedBrownout(version, surroundings().clock().instant());
  }
}
