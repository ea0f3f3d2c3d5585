package dev.steadfast;

import dev.steadfast.compat.Checker;
import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Policy;
import dev.steadfast.compat.Verdict;
import dev.steadfast.report.Format;
import dev.steadfast.report.Report;
import dev.steadfast.report.Result;
import dev.steadfast.report.Style;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pair of documents, {@code before.yaml} and {@code after.yaml}, that say themselves what is to
 * be found, on the line where it is to be found: {@code # expect: rule-id, rule-id}.
 */
record RuleFixture(Path folder) {

  static final Path ALL = Path.of("src/test/resources/rules");

  private static final Pattern MARK = Pattern.compile("# expect: (.*)$");

  /** {@code file:line rule}, sorted. */
  Set<String> expected() throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    for (String file : List.of("before.yaml", "after.yaml")) {
      List<String> lines = Files.readAllLines(folder.resolve(file));
      for (int i = 0; i < lines.size(); i++) {
        Matcher mark = MARK.matcher(lines.get(i));
        if (mark.find()) {
          for (String rule : mark.group(1).split(", ", -1)) {
            expected.add(file + ':' + (i + 1) + ' ' + rule);
          }
        }
      }
    }
    return expected;
  }

  Set<String> found() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Finding finding : verdict().findings()) {
      Location at = finding.revision() == null ? finding.base() : finding.revision();
      Location place = Objects.requireNonNull(at, finding::message);
      found.add(place.file() + ':' + place.line() + ' ' + finding.rule());
    }
    return found;
  }

  Verdict verdict() throws IOException {
    return compare(folder.resolve("before.yaml"), folder.resolve("after.yaml"));
  }

  static Verdict compare(Path before, Path after) throws IOException {
    return Checker.check(document(before), document(after), Policy.strict());
  }

  /** The report for people. */
  String text() throws IOException {
    StringWriter out = new StringWriter();
    try (Report report = Format.TEXT.open(out, Style.PLAIN, "test")) {
      report.add(
          new Result.Compared("", "before.yaml", "after.yaml", verdict(), new ArrayList<>(), 0));
    }
    return out.toString();
  }

  /** Without the marks. */
  String shown(String file) throws IOException {
    StringBuilder shown = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      shown.append(MARK.matcher(line).replaceAll("").stripTrailing()).append('\n');
    }
    return shown.toString();
  }

  private static Document document(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Reading reading = SpecReader.read(Source.of(name, Files.readAllBytes(file)));
    return Objects.requireNonNull(reading.document(), () -> file + ": " + reading.problems());
  }
}
