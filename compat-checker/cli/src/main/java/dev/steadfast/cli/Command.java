package dev.steadfast.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One sub-command. */
public interface Command {

  /** Its name, options and help. */
  CommandSpec spec();

  /** Its own sub-commands, already part of {@link #spec()}. */
  default List<Command> parts() {
    return List.of();
  }

  /**
   * Runs it.
   *
   * @return the exit code
   * @throws IOException when a result cannot be written
   */
  int run(ParseResult arguments) throws UsageException, IOException;
}
