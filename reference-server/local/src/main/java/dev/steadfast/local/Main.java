package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.Steadfast;
import dev.steadfast.cli.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The command {@code steadfast} with all that runs the reference implementation. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    Steadfast.start(args, Main::commands);
  }

  private static List<Command> commands(Surroundings surroundings) {
    List<Command> commands =
        new ArrayList<>(
            List.of(
                new UpCommand(surroundings),
                new DownCommand(surroundings),
                new StatusCommand(surroundings),
                new LogsCommand(surroundings),
                new SeedCommand(surroundings),
                new TokenCommand(surroundings)));
    ServiceLoader.load(Commands.class)
        .forEach(more -> commands.addAll(more.commands(surroundings)));
    return commands;
  }
}
