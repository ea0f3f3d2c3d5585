package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.Folders;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast exercise}: rehearses failures on a stack of its own. */
public final class ExerciseCommand implements Command {

  static final List<Exercise> EXERCISES =
      List.of(
          new ServerDies(),
          new SlowServer(),
          new LimitExceeded(),
          new LyingCheck(),
          new HealthChecks(),
          new CanaryShare(),
          new Algorithms(),
          Replacement.ofServers(),
          Replacement.ofEdge(),
          new Abuse(),
          new EdgeCost());

  private static final String ALL = "all";

  private final Surroundings surroundings;
  private final CommandSpec spec;

  /** The checkout is what the launcher says. */
  public ExerciseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    spec =
        Options.described(
            "exercise",
            "Rehearses a failure on real processes of its own: two servers, PostgreSQL, Redis and"
                + " HAProxy as it is shipped, beside whatever runs. Exit code 1: a promise was broken.",
            "",
            EXERCISES.stream()
                .map(exercise -> line(exercise.id(), exercise.shows()))
                .collect(Collectors.joining("%n")),
            line(ALL, "one after the other"));
    spec.addPositional(Options.argument(0, "ID", "which one"));
    spec.addOption(Options.flag("--quick", "a short form, for a look; long forms take minutes"));
    spec.addOption(Options.value("--seed", "N", "of everything that is random, by default 1"));
    spec.addOption(Options.value("--write", "FILE", "also writes what it prints, as Markdown"));
    spec.usageMessage()
        .footer("  steadfast exercise F1", "  steadfast exercise all --write docs/exercises.md");
  }

  private static String line(String id, String shows) {
    return String.format(Locale.ROOT, "%-8s%s", id, shows);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    List<Exercise> chosen = chosen(arguments.matchedPositionalValue(0, ""));
    Scale scale = arguments.hasMatchedOption("--quick") ? Scale.QUICK : Scale.LONG;
    long seed = number(arguments.matchedOptionValue("--seed", "1"));
    String root = surroundings.environment().getOrDefault("STEADFAST_ROOT", "");
    if (root.isEmpty()) {
      throw new UsageException("exercises run in a checkout, by its ./steadfast");
    }
    Page page = new Page(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    page.line("# Exercises");
    page.line("");
    page.circumstances(
        surroundings.clock(), "./steadfast " + String.join(" ", arguments.originalArgs()));
    Path folder = Files.createTempDirectory("exercise-");
    boolean ran = run(chosen, Path.of(root), folder, scale, seed, page);
    if (ran && page.broken().isEmpty()) {
      Folders.delete(folder);
    } else {
      surroundings.err().print("steadfast: the logs are in " + folder + '\n');
    }
    if (!ran) {
      return ExitCode.NO_ANSWER;
    }
    String file = arguments.matchedOptionValue("--write", "");
    if (!file.isEmpty()) {
      page.write(Path.of(file));
    }
    return page.broken().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private boolean run(
      List<Exercise> chosen, Path root, Path folder, Scale scale, long seed, Page page)
      throws IOException {
    try {
      EdgeStage stage = EdgeStage.start(root, folder);
      try {
        for (Exercise exercise : chosen) {
          page.line("");
          page.line("# " + exercise.id() + ": " + exercise.shows());
          exercise.run(stage, scale, seed, page);
        }
      } finally {
        stage.closeAll();
      }
      return true;
    } catch (EdgeException | SQLException e) {
      surroundings.err().print("steadfast: " + e.getMessage() + '\n');
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<Exercise> chosen(String id) throws UsageException {
    List<Exercise> chosen =
        EXERCISES.stream().filter(one -> id.equals(ALL) || one.id().equalsIgnoreCase(id)).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "exercise needs one of "
              + EXERCISES.stream().map(Exercise::id).collect(Collectors.joining(", "))
              + " or "
              + ALL
              + (id.isEmpty() ? "" : ", not '" + id + "'"));
    }
    return chosen;
  }

  private static long number(String text) throws UsageException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("--seed is a number, not '" + text + "'");
    }
  }
}
