package dev.steadfast.cli;

import dev.steadfast.lifecycle.Lifecycle;
import dev.steadfast.lifecycle.LifecycleCheck;
import dev.steadfast.lifecycle.LifecycleFiles;
import dev.steadfast.lifecycle.LifecycleFinding;
import dev.steadfast.report.LifecycleReport;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast lifecycle check}: does the lifecycle keep what it promises? */
final class LifecycleCheckCommand implements Command {

  private static final List<String> FORMATS = List.of("text", "json");

  private final Surroundings surroundings;
  private final CommandSpec spec;

  LifecycleCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        LifecycleCommand.part(
            "check",
            "Checks the dates of every version, that clients have enough notice, and that the"
                + " specifications tell the same story.");
    spec.addOption(
        Options.value(
            "--base",
            "FILE",
            "the lifecycle that clients know, a file or git:REF:PATH: states only move forward"));
    spec.addOption(Options.at());
    spec.addOption(Options.choice("--format", "FORMAT", FORMATS, "text (default) or json"));
    spec.addOption(Options.color());
    spec.usageMessage()
        .footer(
            "  steadfast lifecycle check",
            "  steadfast lifecycle check api-spec/lifecycle.yaml"
                + " --base git:main:api-spec/lifecycle.yaml",
            "  steadfast lifecycle check --at 2027-12-01T00:00:00Z --format json",
            "",
            "Exit codes: 0 every promise is kept, 1 findings, 2 a file cannot be read.");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    boolean json = Options.chosen(arguments, "--format", FORMATS, "text").equals("json");
    Instant at = Options.instant(arguments, surroundings);
    Source source = LifecycleCommand.source(arguments, surroundings);
    LifecycleReport report = new LifecycleReport(source.name(), at);
    LifecycleFiles.Opened opened = LifecycleFiles.open(source);
    Lifecycle.Reading base = base(arguments);
    LifecycleFiles files = opened.files();
    List<Problem> problems = new ArrayList<>(opened.problems());
    problems.addAll(base.problems());
    if (files == null || !problems.isEmpty()) {
      if (json) {
        report.jsonProblems(problems, surroundings.out());
      } else {
        LifecycleCommand.print(problems, surroundings);
      }
      return ExitCode.NO_ANSWER;
    }
    List<LifecycleFinding> findings = LifecycleCheck.check(files, base.lifecycle(), at);
    if (json) {
      report.json(findings, surroundings.out());
    } else {
      report.text(findings, Options.style(arguments, surroundings), surroundings.out());
    }
    return findings.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private Lifecycle.Reading base(ParseResult arguments) throws UsageException {
    String base = arguments.matchedOptionValue("--base", "");
    return base.isEmpty()
        ? new Lifecycle.Reading(null, List.of())
        : Lifecycle.read(Inputs.source(base, Path.of(""), surroundings.in()));
  }
}
