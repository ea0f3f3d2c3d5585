package dev.steadfast.edge;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import dev.steadfast.local.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What every command on a running edge has in common: it finds it, and says why it cannot. */
abstract class EdgePart implements Command {

  private static final long PAUSE_MILLIS = 20;

  private final Surroundings surroundings;
  private final CommandSpec spec;

  EdgePart(Surroundings surroundings, String name, String... description) {
    this.surroundings = surroundings;
    this.spec = Options.described(name, description);
    spec.addOption(
        Options.value("--socket", "PATH", "the admin socket; by default that of 'steadfast up'"));
    spec.addOption(
        Options.value(
            "--data", "DIR", "the folder of data, by default .steadfast/data in the checkout"));
  }

  @Override
  public final CommandSpec spec() {
    return spec;
  }

  @Override
  public final int run(ParseResult arguments) throws UsageException, IOException {
    Path socket = socket(arguments);
    try {
      return run(Edge.at(socket), arguments);
    } catch (EdgeException e) {
      surroundings.err().print("steadfast: " + e.getMessage() + '\n');
      return ExitCode.NO_ANSWER;
    }
  }

  /** Does its part; answers the exit code. */
  abstract int run(Edge edge, ParseResult arguments)
      throws EdgeException, UsageException, IOException;

  final Surroundings surroundings() {
    return surroundings;
  }

  /** Prints a line at once, formatted: the next one may take a while. */
  final void say(String format, Object... values) throws IOException {
    surroundings.out().write(String.format(Locale.ROOT, format, values) + '\n');
    surroundings.out().flush();
  }

  /** Prints what the caller should know when a reload would undo what was done. */
  final void sayIfForgotten(Edge edge) throws IOException {
    if (!edge.keepsDecisions()) {
      say("This lasts until HAProxy reads its configuration again: it has no EDGE_STATE folder.");
    }
  }

  /** Something about the edge that becomes true. */
  interface Condition {
    boolean holds() throws EdgeException;
  }

  /** Asks until it holds; answers whether it did in time. */
  static boolean becomes(Duration patience, Condition condition) throws EdgeException {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private Path socket(ParseResult arguments) throws UsageException {
    String named = arguments.matchedOptionValue("--socket", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String data = arguments.matchedOptionValue("--data", "");
    String root = surroundings.environment().getOrDefault("STEADFAST_ROOT", "");
    if (data.isEmpty() && root.isEmpty()) {
      throw new UsageException("which edge? name its --socket, or the folder of --data");
    }
    return LocalStack.edgeSocket(data.isEmpty() ? Path.of(root, ".steadfast/data") : Path.of(data));
  }
}
