package dev.steadfast.local;

import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where a command works, as the launcher and the user say.
 *
 * @param launcher how the user calls {@code steadfast}
 * @param checkout the root of the repository
 * @param serverJar the runnable jar of the reference server
 * @param data the folder of data
 */
record Place(String launcher, Path checkout, Path serverJar, DataFolder data) {

  /** {@code --data}. */
  static OptionSpec option() {
    return Options.value(
        "--data", "DIR", "the folder of data, by default .steadfast/data in the checkout");
  }

  static Place of(ParseResult arguments, Surroundings surroundings) throws UsageException {
    Path checkout = Path.of(variable(surroundings, "STEADFAST_ROOT"));
    String data = arguments.matchedOptionValue("--data", "");
    return new Place(
        variable(surroundings, "STEADFAST_LAUNCHER"),
        checkout,
        Path.of(variable(surroundings, "STEADFAST_SERVER_JAR")),
        new DataFolder(data.isEmpty() ? checkout.resolve(".steadfast/data") : Path.of(data)));
  }

  /** What follows the launcher so that another command works on the same data. */
  String sameData(ParseResult arguments) {
    String chosen = arguments.matchedOptionValue("--data", "");
    return chosen.isEmpty() ? "" : " --data " + quoted(chosen);
  }

  /** The launcher as a shell reads it. */
  String launcherWord() {
    return quoted(launcher);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./~+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String variable(Surroundings surroundings, String name) throws UsageException {
    Map<String, String> environment = surroundings.environment();
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new UsageException(name + " is not set; start this command as ./steadfast");
    }
    return value;
  }
}
