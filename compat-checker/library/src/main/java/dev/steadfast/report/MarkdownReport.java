package dev.steadfast.report;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.compat.RuleInfo;
import dev.steadfast.compat.Severity;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comment for a pull request, in GitHub Flavored Markdown and within the 65,536 characters of
 * one: findings by rule, because what is to be done is the same for all of a rule.
 */
final class MarkdownReport implements Report {

  private static final int MAX_LENGTH = 60_000;
  private static final int MAX_OF_A_RULE = 25;
  private static final int MAX_TEXT = 300;

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
      line("### " + prose(name) + ": no verdict\n");
      for (Problem problem : unreadable.problems()) {
        line("- " + code(Wording.at(problem.at())) + ' ' + prose(problem.message()));
      }
      line("");
    }
    out.flush();
  }

  private void compared(Result.Compared result, String name) throws IOException {
    line("### " + prose(name) + ": " + result.verdict().answer().text() + '\n');
    line(
        Wording.summary(result.verdict())
            + "; "
            + code(result.revision())
            + " against "
            + code(result.base())
            + '\n');
    List<Finding> findings = result.verdict().findings();
    rules(findings.stream().filter(f -> f.severity() != Severity.INFO).toList());
    List<Finding> info = findings.stream().filter(f -> f.severity() == Severity.INFO).toList();
    if (!info.isEmpty()) {
      line("<details><summary>" + info.size() + " info</summary>\n");
      rules(info);
      always("</details>\n");
    }
  }

  private void rules(List<Finding> findings) throws IOException {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    for (Finding finding : findings) {
      String key = finding.severity().text() + ": " + finding.rule();
      byRule.computeIfAbsent(key, rule -> new ArrayList<>()).add(finding);
    }
    for (List<Finding> ofRule : byRule.values()) {
      rule(ofRule);
    }
  }

  private void rule(List<Finding> findings) throws IOException {
    Finding first = findings.get(0);
    String summary =
        RuleCatalogue.find(first.rule()).map(RuleInfo::summary).orElse(first.message());
    line(
        "**"
            + first.severity().text()
            + ": "
            + prose(summary)
            + "** "
            + code(first.rule())
            + breaks(first));
    if (first.severity() != Severity.INFO) {
      line("\n" + prose(first.why()) + ' ' + prose(first.fix()));
    }
    line("");
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MAX_OF_A_RULE))) {
      line("- " + prose(Wording.headline(finding)) + ' ' + place(finding));
    }
    if (findings.size() > MAX_OF_A_RULE) {
      line("- and " + (findings.size() - MAX_OF_A_RULE) + " more");
    }
    line("");
  }

  private static String breaks(Finding finding) {
    return finding.breaks().isEmpty()
        ? ""
        : ", breaks " + finding.breaks().stream().map(Hurt::text).collect(Collectors.joining(", "));
  }

  private static String place(Finding finding) {
    @Nullable Location at = finding.revision() != null ? finding.revision() : finding.base();
    return at == null ? "" : code(Wording.at(at));
  }

  @Override
  public void close() throws IOException {
    if (left > 0) {
      always("\nThe rest is more than a comment holds.");
    }
    out.flush();
  }

  private void line(String text) throws IOException {
    if (left > 0 || length + text.length() > MAX_LENGTH) {
      left++;
      return;
    }
    always(text);
  }

  private void always(String text) throws IOException {
    length += text.length() + 1;
    out.append(text).write('\n');
  }

  private static String code(String text) {
    return '`' + Visible.clipped(text, MAX_TEXT).replace('`', '\'') + '`';
  }

  /* A zero-width joiner after @ and # keeps names in the document from calling people. */
  private static String prose(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Visible.clipped(text, MAX_TEXT).toCharArray()) {
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
