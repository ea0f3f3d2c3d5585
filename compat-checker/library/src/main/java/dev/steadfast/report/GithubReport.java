package dev.steadfast.report;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Severity;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.Map;

/** Workflow commands that GitHub Actions shows as annotations on the pull request. */
final class GithubReport implements Report {

  /* A step shows ten annotations of each kind; more would be dropped without a word. */
  private static final int SHOWN_OF_EACH_KIND = 10;
  private static final int MAX_MESSAGE = 4000;

  private final Writer out;
  private final Map<Severity, Integer> seen = new EnumMap<>(Severity.class);

  GithubReport(Writer out) {
    this.out = out;
  }

  @Override
  public void add(Result result) throws IOException {
    String prefix = result.pair().isEmpty() ? "" : Visible.of(result.pair()) + ": ";
    if (result instanceof Result.Compared compared) {
      for (Finding finding : compared.verdict().findings()) {
        annotate(
            finding.severity(),
            Wording.shown(finding, result),
            finding.rule(),
            prefix + message(finding));
      }
      line(Wording.summary(compared.verdict()) + suffix(result));
    } else if (result instanceof Result.Unreadable unreadable) {
      for (Problem problem : unreadable.problems()) {
        annotate(
            Severity.ERROR, problem.at(), "unreadable", prefix + Visible.of(problem.message()));
      }
    }
    out.flush();
  }

  private static String message(Finding finding) {
    return Visible.of(Wording.headline(finding))
        + "\nwhy: "
        + Visible.of(finding.why())
        + "\nfix: "
        + Visible.of(finding.fix());
  }

  /* Behind the verdict, not in front: a line that starts with a name could be read as a command. */
  private static String suffix(Result result) {
    return result.pair().isEmpty() ? "" : " (" + Visible.of(result.pair()) + ')';
  }

  @Override
  public void close() throws IOException {
    for (Map.Entry<Severity, Integer> kind : seen.entrySet()) {
      int left = kind.getValue() - SHOWN_OF_EACH_KIND;
      if (left > 0) {
        line("and " + left + " more of severity " + kind.getKey().text() + " without annotation");
      }
    }
    out.flush();
  }

  private void annotate(Severity severity, Location at, String title, String message)
      throws IOException {
    if (seen.merge(severity, 1, Integer::sum) > SHOWN_OF_EACH_KIND) {
      return;
    }
    String command = severity == Severity.INFO ? "notice" : severity.text();
    String place =
        at.line() == 0
            ? ""
            : "file="
                + property(Wording.path(at.file()))
                + ",line="
                + at.line()
                + ",col="
                + at.column()
                + ',';
    String text =
        message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + '…' : message;
    line("::" + command + ' ' + place + "title=" + property(title) + "::" + data(text));
  }

  /* The escapes of the runner's ActionCommand class: %, CR and LF; : and , in properties as well. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private void line(String text) throws IOException {
    out.append(text).write('\n');
  }
}
