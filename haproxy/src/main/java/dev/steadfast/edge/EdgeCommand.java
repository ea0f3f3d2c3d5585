package dev.steadfast.edge;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast edge}: a running edge, changed without a reload. */
final class EdgeCommand implements Command {

  private final CommandSpec spec;
  private final List<Command> parts;

  EdgeCommand(Surroundings surroundings) {
    spec = Options.described("edge", "Shows and changes the running edge, without a reload.");
    parts =
        List.of(
            new EdgeStatusCommand(surroundings),
            new ServerCommand(surroundings, ServerCommand.Kind.DRAIN),
            new ServerCommand(surroundings, ServerCommand.Kind.READY),
            new ServerCommand(surroundings, ServerCommand.Kind.WEIGHT),
            new CanaryCommand(surroundings),
            new BrownoutCommand(surroundings));
    parts.forEach(part -> spec.addSubcommand(part.spec().name(), part.spec()));
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public List<Command> parts() {
    return parts;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException {
    throw new UsageException(
        "edge needs one of the commands " + String.join(", ", spec.subcommands().keySet()));
  }
}
