package dev.steadfast.cli;

import dev.steadfast.report.Style;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options, described in code: annotations would be read by reflection on every start. */
public final class Options {

  private static final List<String> WHEN = List.of("auto", "always", "never");

  private Options() {}

  /** A command with {@code --help} and {@code --version}. */
  public static CommandSpec described(String name, String... description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.addOption(
        flag("-h", "--help", "Show this help message and exit.").toBuilder()
            .usageHelp(true)
            .build());
    spec.addOption(
        flag("-V", "--version", "Print version information and exit.").toBuilder()
            .versionHelp(true)
            .build());
    spec.usageMessage()
        .description(description)
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .parameterListHeading("%n")
        .footerHeading("%nExamples:%n")
        .sortOptions(false)
        .abbreviateSynopsis(true);
    return spec;
  }

  /** An option with a value. */
  public static OptionSpec value(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option with one of a few values. */
  public static OptionSpec choice(
      String name, String label, List<String> allowed, String... description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .completionCandidates(allowed)
        .description(description)
        .build();
  }

  /** An option without a value. */
  public static OptionSpec flag(String name, String shortName, String description) {
    return OptionSpec.builder(name, shortName).type(boolean.class).description(description).build();
  }

  /** An option without a value, and without a short name. */
  public static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  /** An argument by its place, counted from 0; it may be missing. */
  public static PositionalParamSpec argument(int index, String label, String... description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .type(String.class)
        .arity("0..1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec at() {
    return value(
        "--at", "INSTANT", "judge as if it were then, 2027-12-01T00:00:00Z or 2027-12-01; now");
  }

  /** What {@code --at} says, or now. */
  static Instant instant(ParseResult arguments, Surroundings surroundings) throws UsageException {
    String text = arguments.matchedOptionValue("--at", "");
    try {
      return text.isEmpty()
          ? surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS)
          : Instant.parse(text.length() == "2027-12-01".length() ? text + "T00:00:00Z" : text);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--at '" + text + "' is not an instant like 2027-12-01T00:00:00Z or a date");
    }
  }

  /** {@code --color}. */
  public static OptionSpec color() {
    return choice(
        "--color", "WHEN", WHEN, "colour the text: auto (default, on a terminal), always, never");
  }

  /** Colours on a terminal, unless NO_COLOR (https://no-color.org) or the user says otherwise. */
  public static Style style(ParseResult arguments, Surroundings surroundings)
      throws UsageException {
    String when = chosen(arguments, "--color", WHEN, "auto");
    if (!when.equals("auto")) {
      return when.equals("always") ? Style.COLOURED : Style.PLAIN;
    }
    Map<String, String> environment = surroundings.environment();
    boolean colours =
        surroundings.outIsTerminal()
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return colours ? Style.COLOURED : Style.PLAIN;
  }

  /** The chosen value; a usage error lists what is allowed. */
  public static String chosen(
      ParseResult arguments, String option, List<String> allowed, String otherwise)
      throws UsageException {
    String value = arguments.matchedOptionValue(option, otherwise);
    if (!allowed.contains(value)) {
      throw new UsageException(
          option + " '" + value + "' is not one of " + String.join(", ", allowed));
    }
    return value;
  }
}
