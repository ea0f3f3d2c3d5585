package dev.steadfast.report;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Severity;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JUnit's XML as CI servers read it: a suite for each pair, a failed case for each error. */
final class JunitReport implements Report {

  private static final int MAX_CASES = 5_000;

  private final Writer out;
  private boolean open;

  JunitReport(Writer out) {
    this.out = out;
  }

  @Override
  public void add(Result result) throws IOException {
    begin();
    String name = result.pair().isEmpty() ? result.revision() : result.pair();
    if (result instanceof Result.Compared compared) {
      compared(compared, name);
    } else if (result instanceof Result.Unreadable unreadable) {
      unreadable(unreadable.problems(), name);
    }
  }

  private void begin() throws IOException {
    if (!open) {
      open = true;
      line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
      line("<testsuites>");
    }
  }

  @Override
  public void close() throws IOException {
    begin();
    line("</testsuites>");
    out.flush();
  }

  private void compared(Result.Compared result, String name) throws IOException {
    List<Finding> all = result.verdict().findings();
    List<Finding> findings = all.subList(0, Math.min(all.size(), MAX_CASES));
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    suite(name, Math.max(1, findings.size()), errors, 0);
    if (findings.isEmpty()) {
      line(
          "    <testcase classname=\"steadfast\" name=\""
              + xml(Wording.summary(result.verdict()))
              + "\"/>");
    }
    for (Finding finding : findings) {
      String head =
          "    <testcase classname=\""
              + xml(finding.rule())
              + "\" name=\""
              + xml(Wording.headline(finding))
              + "\"";
      if (finding.severity() == Severity.ERROR) {
        line(head + '>');
        line(
            "      <failure type=\""
                + xml(finding.rule())
                + "\" message=\""
                + xml(finding.why())
                + "\">"
                + xml(body(finding))
                + "</failure>");
        line("    </testcase>");
      } else {
        line(head + "/>");
      }
    }
    line("  </testsuite>");
  }

  private void unreadable(List<Problem> problems, String name) throws IOException {
    suite(name, 1, 0, 1);
    line("    <testcase classname=\"steadfast\" name=\"readable\">");
    StringBuilder body = new StringBuilder();
    for (Problem problem : problems) {
      body.append(Wording.at(problem.at())).append(": ").append(problem.message()).append('\n');
    }
    line(
        "      <error type=\"unreadable\" message=\"no verdict\">"
            + xml(body.toString())
            + "</error>");
    line("    </testcase>");
    line("  </testsuite>");
  }

  private void suite(String name, long tests, long failures, long errors) throws IOException {
    line(
        "  <testsuite name=\""
            + xml(name)
            + "\" tests=\""
            + tests
            + "\" failures=\""
            + failures
            + "\" errors=\""
            + errors
            + "\" skipped=\"0\">");
  }

  private static String body(Finding finding) {
    return place(finding.revision())
        + Wording.headline(finding)
        + "\nwas: "
        + place(finding.base())
        + "\nfix: "
        + finding.fix();
  }

  private static String place(@Nullable Location at) {
    return at == null ? "" : Wording.at(at) + ": ";
  }

  /* XML 1.0 has no form for control characters: they appear as JSON escapes. Line feeds stay. */
  private static String xml(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append("&#10;");
        case '\ufffe', '\uffff' -> Visible.escape(c, out);
        default -> {
          if (Visible.isHidden(text, i)) {
            Visible.escape(c, out);
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private void line(String text) throws IOException {
    out.append(text).write('\n');
  }
}
