package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** What a command of this module did, run inside the test's process. */
record Run(int code, String out, String err) {

  /**
   * A run with the surroundings of a pipeline: no terminal; the launcher is {@code ./steadfast}.
   */
  static Run of(
      Path checkout,
      Map<String, String> environment,
      Function<Surroundings, Command> maker,
      String... arguments)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("STEADFAST_ROOT", checkout.toString());
    all.put("STEADFAST_LAUNCHER", "./steadfast");
    all.put("STEADFAST_SERVER_JAR", checkout.resolve("server.jar").toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Command command =
        maker.apply(
            new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintWriter(err),
                false,
                false,
                all,
                Clock.systemUTC()));
    try {
      int code = command.run(new CommandLine(command.spec()).parseArgs(arguments));
      return new Run(code, out.toString(), err.toString());
    } catch (UsageException e) {
      return new Run(2, out.toString(), err + e.text());
    }
  }
}
