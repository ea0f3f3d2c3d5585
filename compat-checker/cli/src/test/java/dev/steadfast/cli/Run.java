package dev.steadfast.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** What the command did, run inside the test's process. */
record Run(int code, String out, String err) {

  /** A run with the surroundings of a pipeline: no terminal, fixed clock. */
  static Run of(String... arguments) {
    return with("", Map.of(), false, arguments);
  }

  static Run withInput(String input, String... arguments) {
    return with(input, Map.of(), false, arguments);
  }

  static Run with(
      String input, Map<String, String> environment, boolean terminal, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Map<String, String> all = new TreeMap<>(environment);
    all.putIfAbsent("SOURCE_DATE_EPOCH", "1795305600");
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintWriter(err),
            terminal,
            terminal,
            all,
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC));
    int code = new Steadfast(surroundings).run(arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
