package dev.steadfast.edge;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** {@code steadfast edge drain|ready|weight}: how much one server gets. */
final class ServerCommand extends EdgePart {

  private static final Duration CHECKED = Duration.ofSeconds(5);
  private static final int DRAIN_SECONDS = 30;

  /** What to do with the server. */
  enum Kind {
    DRAIN("Sends a server nothing new and waits until what is inside is finished."),
    READY("Gives a server its usual part again, and waits until it is healthy."),
    WEIGHT("Gives a server a larger or smaller part than the others: 100 is usual, 0 is none.");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;

  ServerCommand(Surroundings surroundings, Kind kind) {
    super(surroundings, kind.word(), kind.description);
    this.kind = kind;
    spec().addPositional(Options.argument(0, "SERVER", "its name in haproxy.cfg, for instance s1"));
    switch (kind) {
      case DRAIN -> {
        spec()
            .addOption(
                Options.value(
                    "--wait", "SECONDS", "for requests inside, by default " + DRAIN_SECONDS));
        spec().usageMessage().footer("  steadfast edge drain s1");
      }
      case READY -> spec().usageMessage().footer("  steadfast edge ready s1");
      case WEIGHT -> {
        spec().addPositional(Options.argument(1, "N", "0 to " + Edge.LARGEST_WEIGHT));
        spec().usageMessage().footer("  steadfast edge weight s1 50");
      }
    }
  }

  @Override
  int run(Edge edge, ParseResult arguments) throws EdgeException, UsageException, IOException {
    String name = arguments.matchedPositionalValue(0, "");
    if (name.isEmpty()) {
      throw new UsageException("edge " + kind.word() + " needs the name of a server");
    }
    EdgeServer before = edge.server(name);
    return switch (kind) {
      case DRAIN -> drain(edge, before, seconds(arguments));
      case READY -> ready(edge, before);
      case WEIGHT -> weight(edge, before, weight(arguments));
    };
  }

  private int drain(Edge edge, EdgeServer server, int seconds) throws EdgeException, IOException {
    long others =
        edge.servers().stream()
            .filter(each -> !each.name().equals(server.name()))
            .filter(each -> each.isUp() && !each.isDrained())
            .count();
    if (others == 0) {
      throw new EdgeException(
          server.name() + " is the only server that takes requests; nothing was changed");
    }
    say(
        "%s gets no new request; %d inside are finished; %d other servers take its part.",
        server.name(), server.inside(), others);
    edge.drain(server.name());
    long start = System.nanoTime();
    boolean empty =
        becomes(
            Duration.ofSeconds(seconds),
            () -> {
              EdgeServer now = edge.server(server.name());
              return now.isDrained() && now.inside() == 0;
            });
    sayIfForgotten(edge);
    if (!empty) {
      EdgeServer now = edge.server(server.name());
      say(
          "%s is %s and still has %d requests after %d s.",
          now.name(), now.state(), now.inside(), seconds);
      return ExitCode.FINDINGS;
    }
    say(
        "%s is drained and empty after %.1f s; stop it now, or: steadfast edge ready %s",
        server.name(), (System.nanoTime() - start) / 1e9, server.name());
    return ExitCode.CLEAN;
  }

  private int ready(Edge edge, EdgeServer server) throws EdgeException, IOException {
    say(
        "%s (%s, weight %d) takes its usual part again, weight %d.",
        server.name(), server.state(), server.weight(), Decisions.USUAL_WEIGHT);
    edge.ready(server.name());
    boolean up = becomes(CHECKED, () -> edge.server(server.name()).state().equals("UP"));
    becomes(CHECKED, () -> edge.server(server.name()).isCheckFinished());
    EdgeServer now = edge.server(server.name());
    say("%s is %s, check %s.", now.name(), now.state(), now.check());
    return up ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private int weight(Edge edge, EdgeServer server, int weight) throws EdgeException, IOException {
    say("%s gets weight %d instead of %d.", server.name(), weight, server.weight());
    edge.weight(server.name(), weight);
    boolean done = becomes(CHECKED, () -> edge.server(server.name()).weight() == weight);
    sayIfForgotten(edge);
    int total = edge.servers().stream().mapToInt(EdgeServer::weight).sum();
    say(
        "%s has weight %d of %d in total.",
        server.name(), edge.server(server.name()).weight(), total);
    return done ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static int weight(ParseResult arguments) throws UsageException {
    String text = arguments.matchedPositionalValue(1, "");
    try {
      int weight = Integer.parseInt(text);
      if (weight >= 0 && weight <= Edge.LARGEST_WEIGHT) {
        return weight;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new UsageException(
        "a weight is a number from 0 to " + Edge.LARGEST_WEIGHT + ", not '" + text + "'");
  }

  private static int seconds(ParseResult arguments) throws UsageException {
    String text = arguments.matchedOptionValue("--wait", Integer.toString(DRAIN_SECONDS));
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new UsageException("--wait is a number of seconds, not '" + text + "'");
    }
  }
}
