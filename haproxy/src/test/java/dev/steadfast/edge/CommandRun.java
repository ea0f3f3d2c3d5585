package dev.steadfast.edge;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One run of {@code steadfast edge}, in this process. */
final class CommandRun {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** What a command printed and its exit code. */
  record Ended(int code, String out, String err) {}

  Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(
        InputStream.nullInputStream(),
        out,
        new PrintWriter(err, true),
        false,
        false,
        environment,
        Clock.systemUTC());
  }

  String err() {
    return err.toString();
  }

  /** Runs {@code steadfast edge ARGS}. */
  static Ended edge(String... args) throws UsageException, IOException {
    CommandRun run = new CommandRun();
    Command edge = new EdgeCommand(run.surroundings(Map.of()));
    ParseResult parsed = new CommandLine(edge.spec()).parseArgs(args).subcommand();
    CommandSpec asked = parsed.commandSpec();
    Command part =
        edge.parts().stream().filter(each -> each.spec().equals(asked)).findFirst().orElseThrow();
    int code = part.run(parsed);
    return new Ended(code, run.out.toString(), run.err());
  }
}
