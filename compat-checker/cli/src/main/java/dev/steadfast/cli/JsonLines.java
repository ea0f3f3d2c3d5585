package dev.steadfast.cli;

import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of JSON values, one a line; empty lines are allowed. */
final class JsonLines {

  private JsonLines() {}

  /**
   * A line that is not empty.
   *
   * @param number 1-based
   */
  record Line(String file, int number, String text) {

    /** The value, with places in the whole file. */
    DataReader.Data read() {
      DataReader.Data data =
          DataReader.read(Source.of("line.json", text.getBytes(StandardCharsets.UTF_8)));
      return new DataReader.Data(
          data.value(),
          data.problems().stream()
              .map(problem -> problem(problem.at().column(), problem.message()))
              .toList());
    }

    /** What to call a line that does not say its name. */
    String title() {
      return file + ':' + number;
    }

    Pair bad(String message) {
      return new Pair.Bad(title(), problem("a pair " + message));
    }

    Problem problem(String message) {
      return problem(1, message);
    }

    private Problem problem(int column, String message) {
      return new Problem(new Location(file, "", number, column), message);
    }
  }

  static List<Line> of(String file, byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1)) {
      number++;
      if (!text.isBlank()) {
        lines.add(new Line(file, number, text));
      }
    }
    return lines;
  }
}
