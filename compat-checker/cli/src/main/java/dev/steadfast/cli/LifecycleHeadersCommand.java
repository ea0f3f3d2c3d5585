package dev.steadfast.cli;

import dev.steadfast.lifecycle.LifecycleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast lifecycle headers}: what a server has to tell. */
final class LifecycleHeadersCommand implements Command {

  private final Surroundings surroundings;
  private final CommandSpec spec;

  LifecycleHeadersCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        LifecycleCommand.part(
            "headers",
            "Works out the headers of every operation, for the server that sends them, and"
                + " declares them in the specifications.");
    spec.addOption(
        Options.value(
            "--output",
            "DIR",
            "write "
                + LifecycleFiles.RESOURCE
                + " and the specifications below this folder;"
                + " without it the resource goes to standard output"));
    spec.usageMessage()
        .footer(
            "  steadfast lifecycle headers",
            "  steadfast lifecycle headers api-spec/lifecycle.yaml --output target/classes");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    Optional<LifecycleFiles> files = LifecycleCommand.open(arguments, surroundings);
    if (files.isEmpty()) {
      return ExitCode.NO_ANSWER;
    }
    String output = arguments.matchedOptionValue("--output", "");
    if (output.isEmpty()) {
      surroundings.out().write(files.get().resource());
    } else {
      LifecycleCommand.write(Path.of(output), files.get().resources());
    }
    return ExitCode.CLEAN;
  }
}
