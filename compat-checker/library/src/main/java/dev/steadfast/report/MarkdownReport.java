package dev.steadfast.report;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.Severity;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comment for a pull request: GitHub Flavored Markdown, within the 65,536 characters of one. */
final class MarkdownReport implements Report {

  private static final int MAX_LENGTH = 60_000;
  private static final int MAX_CELL = 300;

  private final Writer out;
  private int length;
  private int left;

  MarkdownReport(Writer out) {
    this.out = out;
  }

  @Override
  public void add(Result result) throws IOException {
    String name = result.pair().isEmpty() ? "API compatibility" : result.pair();
    if (result instanceof Result.Compared compared) {
      compared(compared, name);
    } else if (result instanceof Result.Unreadable unreadable) {
      line("### " + cell(name) + ": no verdict\n");
      for (Problem problem : unreadable.problems()) {
        line("- " + place(problem.at()) + ' ' + cell(problem.message()));
      }
      line("");
    }
    out.flush();
  }

  private void compared(Result.Compared result, String name) throws IOException {
    line("### " + cell(name) + ": " + result.verdict().answer().text() + '\n');
    line(
        Wording.summary(result.verdict())
            + ", comparing `"
            + code(result.revision())
            + "` with `"
            + code(result.base())
            + "`\n");
    List<Finding> findings = result.verdict().findings();
    List<Finding> shown = findings.stream().filter(f -> f.severity() != Severity.INFO).toList();
    table(shown);
    int info = findings.size() - shown.size();
    if (info > 0) {
      line("<details><summary>" + info + " info</summary>\n");
      table(findings.subList(findings.size() - info, findings.size()));
      line("</details>\n");
    }
  }

  private void table(List<Finding> findings) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    line("| | what changed | breaks | why and what to do |");
    line("|---|---|---|---|");
    for (Finding finding : findings) {
      line(
          "| "
              + finding.severity().text()
              + " | "
              + cell(Wording.headline(finding))
              + "<br>"
              + place(finding.revision() != null ? finding.revision() : finding.base())
              + " `"
              + code(finding.rule())
              + "` | "
              + finding.breaks().stream().map(Hurt::text).collect(Collectors.joining(", "))
              + " | "
              + cell(finding.why())
              + ' '
              + cell(finding.fix())
              + " |");
    }
    line("");
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      out.append("\n").append(Wording.plural(left, "line")).append(" more than a comment holds\n");
    }
    out.flush();
  }

  private void line(String text) throws IOException {
    if (left > 0 || length + text.length() > MAX_LENGTH) {
      left++;
      return;
    }
    length += text.length() + 1;
    out.append(text).write('\n');
  }

  private static String place(@Nullable Location at) {
    return at == null ? "" : '`' + code(Wording.at(at)) + '`';
  }

  private static String code(String text) {
    return Visible.clipped(text, MAX_CELL).replace("`", "'").replace("|", "\\|");
  }

  /* A zero-width joiner after @ and # keeps names in the document from calling people. */
  private static String cell(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Visible.clipped(text, MAX_CELL).toCharArray()) {
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '@', '#' -> out.append(c).append('\u200d');
        case '|', '\\', '`', '*', '_', '[', ']', '~' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
