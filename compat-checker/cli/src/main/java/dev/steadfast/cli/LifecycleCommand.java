package dev.steadfast.cli;

import dev.steadfast.lifecycle.LifecycleFiles;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast lifecycle}: the dates of each API version, and what follows from them. */
final class LifecycleCommand implements Command {

  static final String USUAL = "lifecycle.yaml";

  private final Surroundings surroundings;
  private final List<Command> parts;
  private final CommandSpec spec;

  LifecycleCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.parts =
        List.of(
            new LifecycleCheckCommand(surroundings),
            new LifecyclePlanCommand(surroundings),
            new LifecycleHeadersCommand(surroundings),
            new LifecycleHaproxyCommand(surroundings));
    this.spec =
        Options.described(
            "lifecycle", "Keeps the dates of API versions, and what follows from them.");
    for (Command part : parts) {
      spec.addSubcommand(part.spec().name(), part.spec());
    }
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "  steadfast lifecycle check api-spec/lifecycle.yaml",
            "  steadfast lifecycle plan api-spec/lifecycle.yaml --format notice",
            "  steadfast lifecycle haproxy api-spec/lifecycle.yaml --output maps/");
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
  public int run(ParseResult arguments) {
    surroundings.err().print(spec.commandLine().getUsageMessage(Ansi.OFF));
    return ExitCode.NO_ANSWER;
  }

  /** A part with the argument that all of them take. */
  static CommandSpec part(String name, String description) {
    CommandSpec spec = Options.described(name, description);
    spec.addPositional(
        Options.argument(
            0,
            "FILE",
            "the lifecycle, by default lifecycle.yaml; a file or git:REF:PATH, with the"
                + " specifications beside it"));
    return spec;
  }

  /** The file that the user named, and its specifications; empty when problems were printed. */
  static Optional<LifecycleFiles> open(ParseResult arguments, Surroundings surroundings)
      throws UsageException {
    LifecycleFiles.Opened opened = LifecycleFiles.open(source(arguments, surroundings));
    print(opened.problems(), surroundings);
    return Optional.ofNullable(opened.files());
  }

  static void print(List<Problem> problems, Surroundings surroundings) {
    for (Problem problem : problems) {
      surroundings.err().print(problem.at() + ": error: " + problem.message() + '\n');
    }
  }

  static Source source(ParseResult arguments, Surroundings surroundings) throws UsageException {
    String text = arguments.matchedPositionalValue(0, USUAL);
    return Inputs.source(text, Path.of(""), surroundings.in());
  }

  /** Puts files into a folder, each whole or not at all. */
  static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      try (AtomicFile out = AtomicFile.create(folder.resolve(file.getKey()))) {
        out.writer().write(file.getValue());
        out.publish();
      }
    }
  }
}
