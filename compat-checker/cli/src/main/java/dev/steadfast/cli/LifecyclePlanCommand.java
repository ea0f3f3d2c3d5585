package dev.steadfast.cli;

import dev.steadfast.lifecycle.LifecycleFiles;
import dev.steadfast.lifecycle.Plan;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast lifecycle plan}: what happens when. */
final class LifecyclePlanCommand implements Command {

  private static final List<String> FORMATS = List.of("text", "markdown", "ical", "notice");

  private final Surroundings surroundings;
  private final CommandSpec spec;

  LifecyclePlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec = LifecycleCommand.part("plan", "Says what happens when, and tells it to clients.");
    spec.addOption(
        Options.choice(
            "--format",
            "FORMAT",
            FORMATS,
            "text (default); markdown; ical, a calendar; notice, a message to clients that is"
                + " ready to be sent"));
    spec.addOption(Options.at());
    spec.usageMessage()
        .footer(
            "  steadfast lifecycle plan",
            "  steadfast lifecycle plan api-spec/lifecycle.yaml --format ical > payments.ics",
            "  steadfast lifecycle plan api-spec/lifecycle.yaml --format notice");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    String format = Options.chosen(arguments, "--format", FORMATS, "text");
    Instant at = Options.instant(arguments, surroundings);
    Optional<LifecycleFiles> files = LifecycleCommand.open(arguments, surroundings);
    if (files.isEmpty()) {
      return ExitCode.NO_ANSWER;
    }
    surroundings
        .out()
        .write(
            new Plan(files.get().lifecycle(), at)
                .text(Plan.Format.valueOf(format.toUpperCase(Locale.ROOT))));
    return ExitCode.CLEAN;
  }
}
