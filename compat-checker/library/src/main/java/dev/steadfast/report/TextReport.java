package dev.steadfast.report;

import static java.util.stream.Collectors.joining;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.Severity;
import dev.steadfast.compat.Verdict;
import dev.steadfast.compat.Witness;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings for people and editors, {@code file:line:column: severity: message [rule]}; information
 * takes one line.
 */
final class TextReport implements Report {

  private static final int MAX_FINDINGS = 500;
  private static final int MAX_NOTES = 20;
  private static final int MAX_COPIES = 3;
  private static final int MAX_WITNESS_LINES = 16;
  private static final int MAX_WITNESS_WIDTH = 600;
  private static final int MAX_TEXT = 400;

  private final Writer out;
  private final Style style;

  TextReport(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void add(Result result) throws IOException {
    if (!result.pair().isEmpty()) {
      line("", style.bold(Visible.of(result.pair())));
    }
    if (result instanceof Result.Compared compared) {
      compared(compared);
    } else if (result instanceof Result.Unreadable unreadable) {
      unreadable(unreadable.problems());
    }
    out.flush();
  }

  private void compared(Result.Compared result) throws IOException {
    Verdict verdict = result.verdict();
    List<Finding> findings = verdict.findings();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MAX_FINDINGS))) {
      finding(finding);
    }
    left(findings.size() - MAX_FINDINGS, "finding");
    notes(result.notes());
    line("", summary(result));
  }

  private void unreadable(List<Problem> problems) throws IOException {
    for (Problem problem : problems) {
      problem(problem, style.error("error"));
    }
    line(
        "",
        style.error("error") + ": " + Wording.plural(problems.size(), "problem") + ", no verdict");
  }

  private void notes(List<Problem> notes) throws IOException {
    for (Problem note : notes.subList(0, Math.min(notes.size(), MAX_NOTES))) {
      problem(note, style.dim("note"));
    }
    left(notes.size() - MAX_NOTES, "note");
  }

  private void left(int count, String noun) throws IOException {
    if (count > 0) {
      line("", "and " + Wording.plural(count, noun) + " more: --format json=FILE lists them all");
    }
  }

  private void problem(Problem problem, String severity) throws IOException {
    line("", at(problem.at()) + severity + ": " + Visible.of(problem.message()));
  }

  private void finding(Finding finding) throws IOException {
    Location place = finding.revision() != null ? finding.revision() : finding.base();
    line(
        "",
        at(place)
            + style.severity(finding.severity())
            + ": "
            + Visible.clipped(Wording.headline(finding), MAX_TEXT)
            + style.dim(" [" + finding.rule() + ']'));
    if (finding.severity() == Severity.INFO) {
      return;
    }
    if (finding.base() != null && finding.revision() != null) {
      detail("was", Wording.at(finding.base()));
    }
    detail("also", copies(finding.copies()));
    detail("breaks", finding.breaks().stream().map(Hurt::text).collect(joining(", ")));
    detail("why", finding.why());
    detail("fix", finding.fix());
    if (finding.witness() != null) {
      witness(finding.witness());
    }
    detail("more", "steadfast explain " + finding.rule());
  }

  private static String copies(List<Finding.Spot> copies) {
    String shown =
        copies.stream()
            .limit(MAX_COPIES)
            .map(copy -> copy.revision() != null ? copy.revision() : copy.base())
            .map(at -> at == null ? "" : Wording.at(at))
            .collect(joining(", "));
    int left = copies.size() - MAX_COPIES;
    return left > 0 ? shown + " and " + Wording.plural(left, "place") + " more" : shown;
  }

  private String at(@Nullable Location at) {
    return at == null ? "" : style.bold(Visible.of(Wording.at(at)) + ':') + ' ';
  }

  private void detail(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      line("    ", name + ": " + Visible.clipped(text, MAX_TEXT));
    }
  }

  private void witness(Witness witness) throws IOException {
    detail("witness", headOf(witness));
    List<String> lines = witness.http().lines().toList();
    for (String http : lines.subList(0, Math.min(lines.size(), MAX_WITNESS_LINES))) {
      line(http.isEmpty() ? "" : "        ", Visible.clipped(http, MAX_WITNESS_WIDTH));
    }
    if (lines.size() > MAX_WITNESS_LINES) {
      line("        ", "… " + Wording.plural(lines.size() - MAX_WITNESS_LINES, "line") + " more");
    }
    String curl = witness.curl();
    if (curl != null && curl.length() <= MAX_WITNESS_WIDTH) {
      line("    ", "try: " + Visible.of(curl));
    }
  }

  private static String headOf(Witness witness) {
    boolean request = witness.kind() == Witness.Kind.REQUEST;
    String head =
        switch (witness.shows()) {
          case REFUSED ->
              request
                  ? "the old contract allows this request, the new one refuses it"
                  : "the new contract allows this response, the old one does not";
          case MISREAD ->
              "both contracts allow this " + witness.kind().text() + ", and read it differently";
          case LOST ->
              "the old contract promises this "
                  + witness.kind().text()
                  + ", it is never sent again";
        };
    return witness.confirmed()
        ? head
        : head + " (not confirmed: " + witness.unconfirmedBecause() + ')';
  }

  private String summary(Result.Compared result) {
    String line = Wording.summary(result.verdict());
    return switch (result.verdict().answer()) {
      case COMPATIBLE -> style.good(line);
      case BREAKING -> style.error(line);
      case UNKNOWN -> style.bold(line);
    };
  }

  private void line(String indent, String text) throws IOException {
    out.append(indent).append(text).write('\n');
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
