package dev.steadfast.cli;

import dev.steadfast.lifecycle.LifecycleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast lifecycle haproxy}: the map files of the edge. */
final class LifecycleHaproxyCommand implements Command {

  private final Surroundings surroundings;
  private final CommandSpec spec;

  LifecycleHaproxyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        LifecycleCommand.part(
            "haproxy",
            "Writes the map files from which HAProxy knows versions, sunsets and brownouts.");
    spec.addOption(
        Options.value(
            "--output",
            "DIR",
            "write the files into this folder; without it they are printed, each under its name"));
    spec.usageMessage()
        .footer(
            "  steadfast lifecycle haproxy",
            "  steadfast lifecycle haproxy api-spec/lifecycle.yaml --output haproxy/maps");
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
    Map<String, String> maps = files.get().maps();
    if (output.isEmpty()) {
      for (Map.Entry<String, String> map : maps.entrySet()) {
        surroundings.out().write("==> " + map.getKey() + " <==\n" + map.getValue() + '\n');
      }
    } else {
      LifecycleCommand.write(Path.of(output), maps);
    }
    return ExitCode.CLEAN;
  }
}
