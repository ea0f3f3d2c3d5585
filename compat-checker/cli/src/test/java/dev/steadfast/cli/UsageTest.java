package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          chek a b              | 'chek' is not one of the commands check, subset, lifecycle, conformance, explain, completion
          check a               | `REVISION is missing: steadfast check BASE REVISION, or steadfast check --each DIR|LIST`
          check - -             | only one of BASE and REVISION can be '-'
          check a b c           | 'c' is one argument too many; see steadfast check --help
          check a b --fail-on x | --fail-on 'x' is not one of error, warning, info, never
          check a b -f x        | --format 'x' is not one of text, json, sarif, github, markdown, junit
          check a b -f json=    | --format 'json=' names no file after the equals sign
          check a b -f json -f text | only one --format can go to standard output; write the others as FORMAT=FILE
          check a b --profile x | --profile 'x' is not one of strict, zalando, google, azure, github, stripe
          check a b --color x   | --color 'x' is not one of auto, always, never
          check git:a b         | 'git:a' is not git:REF:PATH, for example git:main:api/payments.yaml
          check --each no-such  | 'no-such' cannot be read: no such file or folder
          check --each src a    | --each takes the place of BASE and REVISION
          lifecycle chek        | 'chek' is not one of the commands check, plan, headers, haproxy
          lifecycle check a b   | 'b' is one argument too many; see steadfast lifecycle check --help
          lifecycle check --at x | --at 'x' is not an instant like 2027-12-01T00:00:00Z or a date
          lifecycle plan -f x   | '-f' is not one of the options --help, --version, --format, --at
          lifecycle plan --format x | --format 'x' is not one of text, markdown, ical, notice
          conformance           | `URL is missing: steadfast conformance URL`
          conformance x         | 'x' is not a URL like http://127.0.0.1:8080
          completion tcsh       | SHELL 'tcsh' is not one of bash, zsh
          """)
  void badUsage_saysWhatIsAllowed(String arguments, String message) {
    assertThat(Run.of(arguments.split(" ", -1)))
        .isEqualTo(new Run(2, "", "steadfast: " + message + '\n'));
  }

  @Test
  void unknownOption_listsTheOptions() {
    assertThat(Run.of("check", "a", "b", "--prof", "x"))
        .isEqualTo(
            new Run(
                2,
                "",
                "steadfast: '--prof' is not one of the options --help, --version, --each, --format,"
                    + " --fail-on, --profile, --config, --lifecycle, --at, --color, --quiet\n"));
  }

  @Test
  void noArguments_printTheHelpAsAnError() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo(Run.of("--help").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "subset",
        "lifecycle",
        "lifecycle check",
        "lifecycle plan",
        "lifecycle headers",
        "lifecycle haproxy",
        "conformance",
        "explain",
        "completion"
      })
  void everyCommand_hasHelpWithExamples(String command) {
    Run run = Run.of((command + " --help").split(" ", -1));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: steadfast " + command).contains("\nExamples:\n");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void version_isOneLine() {
    assertThat(Run.of("--version")).isEqualTo(new Run(0, "steadfast development\n", ""));
  }

  @Test
  void argumentFiles_areNotExpanded() {
    Run run = Run.of("check", "@a", "@b");
    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                """
                @a:1:1: error: no such file
                @b:1:1: error: no such file
                error: 2 problems, no verdict
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completion_isAScriptForTheCommand(String shell) {
    Run run = Run.of("completion", shell);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("#!/usr/bin/env bash\n").contains("steadfast_check");
  }
}
