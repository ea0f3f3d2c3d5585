package dev.steadfast.edge;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code steadfast edge canary}: a share of all requests for one server, and the way back. */
final class CanaryCommand extends EdgePart {

  private static final String ROLLBACK = "rollback";

  CanaryCommand(Surroundings surroundings) {
    super(
        surroundings,
        "canary",
        "Sends a share of all requests to one server with a new version, and nothing else to it.");
    spec()
        .addPositional(
            Options.argument(
                0, "PERCENT", "1 to 100, usually 10, then 50, then 100; or 'rollback' to 0"));
    spec()
        .addOption(
            Options.value(
                "--server", "NAME", "the one with the new version; by default the last one"));
    spec()
        .usageMessage()
        .footer(
            "  steadfast edge canary 10",
            "  steadfast edge canary rollback",
            "  steadfast edge ready s2          s2 is like the others again");
  }

  @Override
  int run(Edge edge, ParseResult arguments) throws EdgeException, UsageException, IOException {
    String asked = arguments.matchedPositionalValue(0, "");
    int percent = asked.equals(ROLLBACK) ? 0 : percent(asked);
    Canary before = edge.canary();
    String name = arguments.matchedOptionValue("--server", before.server());
    if (name.isEmpty()) {
      List<EdgeServer> servers = edge.servers();
      name = servers.get(servers.size() - 1).name();
    }
    if (percent == 0 && before.server().isEmpty()) {
      throw new EdgeException("there is no canary to roll back; nothing was changed");
    }
    EdgeServer server = edge.server(name);
    checkOthers(edge, server, percent);
    if (percent == 0) {
      say("%s gets nothing any more, instead of %d %%.", name, before.percent());
    } else {
      say(
          "%s gets %d %% of all requests, instead of %d %%; the other servers share the rest.",
          name, percent, before.percent());
    }
    edge.canary(name, percent);
    Canary now = edge.canary();
    EdgeServer after = edge.server(name);
    sayIfForgotten(edge);
    boolean done = now.equals(new Canary(name, percent)) && after.weight() == 0;
    if (done && percent == 0) {
      say("It does. Put the old version back on it, then: steadfast edge ready %s", name);
    } else if (done) {
      say("It does. Watch its errors and times beside the others': steadfast edge status");
    } else {
      say("It does not: %s gets %d %%, its weight is %d.", name, now.percent(), after.weight());
    }
    return done ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static void checkOthers(Edge edge, EdgeServer canary, int percent) throws EdgeException {
    if (percent > 0 && !canary.isUp()) {
      throw new EdgeException(
          canary.name() + " is " + canary.state() + "; a canary must be up; nothing was changed");
    }
    boolean others =
        edge.servers().stream()
            .anyMatch(
                each -> !each.name().equals(canary.name()) && each.isUp() && !each.isDrained());
    if (!others) {
      throw new EdgeException(
          "no other server takes requests, so there is nothing to share; nothing was changed");
    }
  }

  private static int percent(String text) throws UsageException {
    try {
      int percent = Integer.parseInt(text);
      if (percent >= 1 && percent <= 100) {
        return percent;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new UsageException(
        "canary needs a share of 1 to 100 percent, or '" + ROLLBACK + "', not '" + text + "'");
  }
}
