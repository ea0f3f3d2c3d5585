package dev.steadfast.cli;

import dev.steadfast.compat.Profile;
import dev.steadfast.compat.Severity;
import dev.steadfast.report.Format;
import dev.steadfast.report.Judge;
import dev.steadfast.report.Result;
import dev.steadfast.report.Style;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast check}: does the revision keep the promises of the base? */
final class CheckCommand implements Command {

  private static final List<String> THRESHOLDS = List.of("error", "warning", "info", "never");

  private final Surroundings surroundings;
  private final CommandSpec spec;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "check",
            "Compares two versions of an API description and says what breaks for whom.",
            "BASE and REVISION are OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 documents, YAML or JSON:"
                + " a file, '-' for standard input, or git:REF:PATH.");
    spec.addPositional(Options.argument(0, "BASE", "the old document, whose promises count"));
    spec.addPositional(Options.argument(1, "REVISION", "the new document"));
    spec.addOption(
        Options.value(
            "--each",
            "DIR|LIST",
            "compare many pairs: DIR/*/{base,revision}.{yaml,yml,json}, or the lines"
                + " {\"pair\",\"base\",\"revision\"} of a file; prints one line of JSON for each"));
    spec.addOption(
        OptionSpec.builder("--format", "-f")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("FORMAT[=FILE]")
            .completionCandidates(Format.names())
            .description("one of " + String.join(", ", Format.names()) + "; can be repeated")
            .build());
    spec.addOption(
        Options.choice(
            "--fail-on",
            "SEVERITY",
            THRESHOLDS,
            "exit with 1 from this severity on: error (default), warning, info, never"));
    spec.addOption(
        Options.choice(
            "--profile",
            "NAME",
            Profile.names(),
            "how to rate changes: " + String.join(", ", Profile.names())));
    spec.addOption(
        Options.value(
            "--config", "FILE", "the policy; by default steadfast.yaml beside the revision"));
    spec.addOption(
        Options.value(
            "--lifecycle",
            "FILE",
            "what may be removed when; by default lifecycle.yaml beside the revision"));
    spec.addOption(Options.at());
    spec.addOption(Options.color());
    spec.addOption(Options.flag("--quiet", "-q", "print only what --format asks for"));
    spec.usageMessage()
        .customSynopsis(
            "steadfast check [OPTIONS] BASE REVISION",
            "       steadfast check [OPTIONS] --each DIR|LIST")
        .footer(
            "  steadfast check payments-v1.yaml payments-v2.yaml",
            "  steadfast check git:main:api.yaml api.yaml --profile google",
            "  steadfast check old.yaml - --format json < new.yaml",
            "  steadfast check old.yaml new.yaml -f text -f sarif=out/steadfast.sarif",
            "  steadfast check --each pairs/ > verdicts.jsonl",
            "",
            "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the question could not be"
                + " asked.");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    String each = arguments.matchedOptionValue("--each", "");
    List<Target> targets = targets(arguments, each.isEmpty() ? Format.TEXT : Format.JSON);
    Judge judge = judge(arguments);
    String failOn = Options.chosen(arguments, "--fail-on", THRESHOLDS, "error");
    Style style = Options.style(arguments, surroundings);
    boolean quiet = arguments.hasMatchedOption("--quiet");
    int code = ExitCode.CLEAN;
    try (Reports reports = Reports.open(targets, style, surroundings)) {
      if (each.isEmpty()) {
        Result result = one(arguments, judge, quiet);
        reports.add(result);
        code = exitCode(result, failOn);
      } else {
        if (!arguments.matchedPositionals().isEmpty()) {
          throw new UsageException("--each takes the place of BASE and REVISION");
        }
        code = each(Pairs.of(each, surroundings.in()), judge, reports, failOn, quiet);
      }
      reports.publish();
    }
    return code;
  }

  private static List<Target> targets(ParseResult arguments, Format usual) throws UsageException {
    List<String> formats = arguments.matchedOptionValue("--format", List.of());
    return Target.parse(formats, arguments.hasMatchedOption("--quiet") ? null : usual);
  }

  private Judge judge(ParseResult arguments) throws UsageException {
    String profile = arguments.matchedOptionValue("--profile", "");
    if (!profile.isEmpty()) {
      Options.chosen(arguments, "--profile", Profile.names(), "");
    }
    String config = arguments.matchedOptionValue("--config", "");
    return new Judge(
        optional(config),
        optional(arguments.matchedOptionValue("--lifecycle", "")),
        Profile.named(profile).orElse(null),
        Options.instant(arguments, surroundings),
        surroundings::millisSince);
  }

  private @Nullable Source optional(String file) throws UsageException {
    return file.isEmpty() ? null : Inputs.source(file, Path.of(""), surroundings.in());
  }

  private Result one(ParseResult arguments, Judge judge, boolean quiet) throws UsageException {
    String base = argument(arguments, 0, "BASE");
    String revision = argument(arguments, 1, "REVISION");
    if (base.equals(Inputs.STANDARD_STREAM) && revision.equals(Inputs.STANDARD_STREAM)) {
      throw new UsageException("only one of BASE and REVISION can be '-'");
    }
    Source before = Inputs.source(base, Path.of(""), surroundings.in());
    Source after = Inputs.source(revision, Path.of(""), surroundings.in());
    try (Progress progress = Progress.start(quiet, surroundings)) {
      progress.now("comparing");
      return judge.judge("", before, after);
    }
  }

  private static String argument(ParseResult arguments, int index, String label)
      throws UsageException {
    String text = arguments.matchedPositionalValue(index, "");
    if (text.isEmpty()) {
      throw new UsageException(
          label + " is missing: steadfast check BASE REVISION, or steadfast check --each DIR|LIST");
    }
    return text;
  }

  private int each(Pairs pairs, Judge judge, Reports reports, String failOn, boolean quiet)
      throws IOException {
    int code = ExitCode.CLEAN;
    for (String folder : pairs.skipped()) {
      surroundings.err().print("steadfast: skipped '" + folder + "', which holds no pair\n");
    }
    int done = 0;
    try (Progress progress = Progress.start(quiet, surroundings);
        Lookahead<Pair, Result> results =
            new Lookahead<>(pairs.pairs(), pair -> pair.judgedBy(judge))) {
      while (results.hasNext()) {
        progress.now("comparing, " + done + " of " + pairs.pairs().size() + " pairs done");
        Result result = results.next();
        progress.hide();
        reports.add(result);
        code = Math.max(code, exitCode(result, failOn));
        done++;
      }
    }
    return code;
  }

  private static int exitCode(Result result, String failOn) {
    return result.match(
        compared -> fails(compared, failOn) ? ExitCode.FINDINGS : ExitCode.CLEAN,
        unreadable -> ExitCode.NO_ANSWER);
  }

  private static boolean fails(Result.Compared compared, @Nullable String failOn) {
    return failOn != null
        && !failOn.equals("never")
        && compared.verdict().counts().atLeast(Severity.valueOf(failOn.toUpperCase(Locale.ROOT)))
            > 0;
  }
}
