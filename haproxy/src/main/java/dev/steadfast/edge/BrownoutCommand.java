package dev.steadfast.edge;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code steadfast edge brownout}: a version answers 410 for a while, or is kept from it. */
final class BrownoutCommand extends EdgePart {

  private static final List<String> WORDS = List.of("on", "off", "planned");

  BrownoutCommand(Surroundings surroundings) {
    super(surroundings, "brownout", "Switches a version off for a while, and on again.");
    spec()
        .addPositional(
            Options.argument(
                0,
                "on|off|planned",
                "on: every request gets 410; off: it is served, even in a planned brownout;",
                "planned: the dates of lifecycle.yaml decide"));
    spec()
        .addPositional(Options.argument(1, "VERSION", "by default the one that has a sunset date"));
    spec()
        .usageMessage()
        .footer("  steadfast edge brownout on", "  steadfast edge brownout planned v1");
  }

  @Override
  int run(Edge edge, ParseResult arguments) throws EdgeException, UsageException, IOException {
    String word = arguments.matchedPositionalValue(0, "");
    if (!WORDS.contains(word)) {
      throw new UsageException(
          "brownout needs one of " + String.join(", ", WORDS) + ", not '" + word + "'");
    }
    String version = version(edge, arguments.matchedPositionalValue(1, ""));
    boolean planned = edge.isPlannedBrownout(version, surroundings().clock().instant());
    switch (word) {
      case "on" -> {
        say("Every request of %s is answered with 410 from now on.", version);
        edge.brownoutOn(version);
      }
      case "off" -> {
        say("%s is served from now on, even in a planned brownout.", version);
        edge.brownoutOff(version);
      }
      default -> {
        say(
            "%s follows its planned brownouts; now it is %s.",
            version, planned ? "in one" : "served");
        edge.brownoutAsPlanned(version);
      }
    }
    Optional<String> wanted = word.equals("planned") ? Optional.empty() : Optional.of(word);
    boolean done = edge.brownoutOverride(version).equals(wanted);
    sayIfForgotten(edge);
    say("%s", done ? "Done: " + now(version, wanted, planned) : "The edge has not done it.");
    return done ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  /** What a version's clients get now, and who decided it. */
  static String now(String version, Optional<String> override, boolean planned) {
    boolean off = override.map("on"::equals).orElse(planned);
    String who = override.isPresent() ? "an operator" : "the dates of lifecycle.yaml";
    return version + (off ? " answers 410" : " is served") + ", decided by " + who;
  }

  private static String version(Edge edge, String named) throws EdgeException, UsageException {
    if (!named.isEmpty()) {
      if (!edge.versions().contains(named)) {
        throw new UsageException(
            "'" + named + "' is not one of the versions " + String.join(", ", edge.versions()));
      }
      return named;
    }
    List<String> ending = edge.endingVersions();
    if (ending.size() != 1) {
      throw new UsageException("which version? one of " + String.join(", ", edge.versions()));
    }
    return ending.get(0);
  }
}
