package dev.steadfast.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code steadfast}. */
public final class Steadfast {

  /* Deep documents are walked by recursion as far as the reader lets them be deep. */
  private static final long STACK_BYTES = 256L << 20;

  private static final String[] EXAMPLES = {
    "  steadfast check payments-v1.yaml payments-v2.yaml",
    "  steadfast check git:main:api.yaml api.yaml --format sarif=steadfast.sarif",
    "  steadfast lifecycle plan api-spec/lifecycle.yaml",
    "  steadfast explain request-property-became-required",
    "",
    "In a checkout, ./steadfast also runs the reference implementation (up, down, status, logs, seed,",
    "token) and operates it (edge, exercise)."
  };
  static final Function<Surroundings, List<Command>> NOTHING_MORE = surroundings -> List.of();

  private final Surroundings surroundings;
  private final Map<String, Supplier<Command>> makers = new LinkedHashMap<>();

  Steadfast(Surroundings surroundings) {
    this(surroundings, NOTHING_MORE);
  }

  private Steadfast(Surroundings surroundings, Function<Surroundings, List<Command>> more) {
    this.surroundings = surroundings;
    makers.put("check", () -> new CheckCommand(surroundings));
    makers.put("subset", () -> new SubsetCommand(surroundings));
    makers.put("lifecycle", () -> new LifecycleCommand(surroundings));
    makers.put("conformance", () -> new ConformanceCommand(surroundings));
    makers.put("explain", () -> new ExplainCommand(surroundings));
    makers.put(CompletionCommand.NAME, () -> new CompletionCommand(surroundings));
    more.apply(surroundings).forEach(command -> makers.put(command.spec().name(), () -> command));
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    int code = onDeepStack(Surroundings.ofProcess(), NOTHING_MORE, args);
    // nothing is left to shut down, and an orderly shutdown loads a logger first
    Runtime.getRuntime().halt(code);
  }

  /**
   * Runs the command with more sub-commands than its own, and ends the process with its exit code.
   *
   * @param more makes them from the surroundings of this process
   */
  public static void start(String[] args, Function<Surroundings, List<Command>> more)
      throws InterruptedException {
    System.exit(onDeepStack(Surroundings.ofProcess(), more, args));
  }

  static int onDeepStack(
      Surroundings surroundings, Function<Surroundings, List<Command>> more, String... args)
      throws InterruptedException {
    int[] code = {ExitCode.NO_ANSWER};
    Thread thread =
        new Thread(
            null,
            () -> code[0] = new Steadfast(surroundings, more).run(args),
            "steadfast",
            STACK_BYTES);
    thread.start();
    thread.join();
    return code[0];
  }

  /** Runs one of its own sub-commands in this process; answers the exit code. */
  public static int run(Surroundings surroundings, String... args) {
    return new Steadfast(surroundings).run(args);
  }

  /** Runs the command; answers its exit code. */
  int run(String... args) {
    int code = guarded(args);
    surroundings.err().flush();
    return code;
  }

  private int guarded(String... args) {
    try {
      int code = dispatch(args);
      surroundings.out().flush();
      return code;
    } catch (UsageException e) {
      return complain(e.text());
    } catch (IOException e) {
      return complain("cannot write: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      return complain(
          "out of memory with "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB; give Java more: STEADFAST_JAVA_OPTS=-Xmx4g");
    } catch (RuntimeException | Error e) {
      return internalError(e);
    }
  }

  private int dispatch(String... args) throws UsageException, IOException {
    Map<String, Command> commands = commands(args);
    CommandLine line = commandLine(commands.values());
    ParseResult parsed;
    try {
      parsed = line.parseArgs(args);
    } catch (ParameterException e) {
      throw new UsageException(usageMessage(e));
    }
    ParseResult innermost = parsed;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    CommandLine asked = innermost.commandSpec().commandLine();
    if (innermost.isUsageHelpRequested()) {
      surroundings.out().write(asked.getUsageMessage(Ansi.OFF));
      return ExitCode.CLEAN;
    }
    if (innermost.isVersionHelpRequested()) {
      surroundings.out().write("steadfast " + Version.TEXT + '\n');
      return ExitCode.CLEAN;
    }
    Command command = command(commands, parsed);
    if (command == null) {
      surroundings.err().print(asked.getUsageMessage(Ansi.OFF));
      return ExitCode.NO_ANSWER;
    }
    return command.run(innermost);
  }

  /* Describing a command takes longer than a small check: only the one that is named is made. */
  private Map<String, Command> commands(String... args) {
    Map<String, Command> commands = new LinkedHashMap<>();
    String name = args.length == 0 ? "" : args[0];
    boolean alone = makers.containsKey(name) && !name.equals(CompletionCommand.NAME);
    makers.forEach(
        (known, maker) -> {
          if (!alone || known.equals(name)) {
            commands.put(known, maker.get());
          }
        });
    return commands;
  }

  private static @Nullable Command command(Map<String, Command> commands, ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return null;
    }
    ParseResult at = parsed.subcommand();
    Command command = commands.get(at.commandSpec().name());
    while (command != null && at.hasSubcommand()) {
      at = at.subcommand();
      CommandSpec spec = at.commandSpec();
      command =
          command.parts().stream()
              .filter(part -> part.spec().equals(spec))
              .findFirst()
              .orElse(null);
    }
    return command;
  }

  private static CommandLine commandLine(Collection<Command> commands) {
    CommandSpec spec = Options.described("steadfast", "Keeps the promises of an API.");
    for (Command command : commands) {
      spec.addSubcommand(command.spec().name(), command.spec());
    }
    spec.usageMessage().synopsisSubcommandLabel("COMMAND").footer(EXAMPLES);
    CommandLine line = new CommandLine(spec);
    line.setExpandAtFiles(false);
    line.setUsageHelpWidth(100);
    return line;
  }

  private String usageMessage(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return e.getMessage() + "; see " + spec.qualifiedName() + " --help";
    }
    String argument = unmatched.getUnmatched().get(0);
    if (argument.startsWith("-")) {
      List<String> known = spec.options().stream().map(option -> option.longestName()).toList();
      return "'" + argument + "' is not one of the options " + String.join(", ", known);
    }
    return !spec.subcommands().isEmpty()
        ? "'"
            + argument
            + "' is not one of the commands "
            + String.join(", ", spec.subcommands().keySet())
        : "'" + argument + "' is one argument too many; see " + spec.qualifiedName() + " --help";
  }

  private int complain(String message) {
    surroundings.err().print("steadfast: " + message + '\n');
    return ExitCode.NO_ANSWER;
  }

  private int internalError(Throwable fault) {
    complain(
        "internal error: "
            + fault
            + "\nThis is a fault of steadfast, not of your documents. Report it to the project with"
            + " both documents;\nSTEADFAST_DEBUG=1 adds the stack trace that helps to find it.");
    if (surroundings.environment().containsKey("STEADFAST_DEBUG")) {
      PrintWriter err = surroundings.err();
      fault.printStackTrace(err);
    }
    return ExitCode.NO_ANSWER;
  }
}
