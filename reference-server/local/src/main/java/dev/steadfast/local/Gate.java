package dev.steadfast.local;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Steadfast;
import dev.steadfast.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The check of every specification against its released version, before anything is started. */
final class Gate {

  private Gate() {}

  /**
   * What the gate said.
   *
   * @param code {@link ExitCode}: the worst of all checks
   * @param names the specifications that were checked
   * @param report the findings, empty when there are none
   */
  record Answer(int code, List<String> names, String report) {}

  /**
   * Checks {@code api-spec/released/payments-*.yaml} against the documents of the same name above
   * it.
   */
  static Answer ask(Path checkout, Map<String, String> environment) throws IOException {
    Path current = checkout.resolve("api-spec");
    List<Path> released;
    try (Stream<Path> files = Files.list(current.resolve("released"))) {
      released = files.filter(Gate::isSpecification).sorted().toList();
    }
    int code = ExitCode.CLEAN;
    List<String> names = new ArrayList<>();
    StringBuilder report = new StringBuilder();
    for (Path base : released) {
      String name = base.getFileName().toString();
      StringWriter text = new StringWriter();
      int answer =
          Steadfast.run(
              quiet(text, environment), "check", base.toString(), current.resolve(name).toString());
      names.add(name.replaceFirst("\\.yaml$", ""));
      if (answer != ExitCode.CLEAN) {
        report.append(text);
      }
      code = Math.max(code, answer);
    }
    return new Answer(code, names, report.toString());
  }

  /* The lifecycle beside them is the build's business: a date that passes must not stop a start. */
  private static boolean isSpecification(Path file) {
    return file.getFileName().toString().matches("payments-.*\\.yaml");
  }

  private static Surroundings quiet(StringWriter text, Map<String, String> environment) {
    return new Surroundings(
        new ByteArrayInputStream(new byte[0]),
        text,
        new PrintWriter(text),
        false,
        false,
        environment,
        Clock.systemUTC());
  }
}
