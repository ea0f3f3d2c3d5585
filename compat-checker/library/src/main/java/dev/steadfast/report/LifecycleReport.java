package dev.steadfast.report;

import dev.steadfast.lifecycle.LifecycleFinding;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/**
 * What a lifecycle does not keep, for people and for programs.
 *
 * @param file as the user named it
 * @param at the time for which it was judged
 */
public record LifecycleReport(String file, Instant at) {

  /** {@code file:line:column: error: message [rule]}, then the reason and the way out. */
  public void text(List<LifecycleFinding> findings, Style style, Writer out) throws IOException {
    for (LifecycleFinding finding : findings) {
      out.write(style.bold(Visible.of(finding.at().toString()) + ':') + ' ' + style.error("error"));
      out.write(": " + Visible.of(finding.message()));
      out.write(style.dim(" [" + finding.rule().id() + ']') + '\n');
      out.write("    why: " + finding.rule().why() + '\n');
      out.write("    fix: " + finding.rule().fix() + '\n');
      out.write("    more: steadfast explain " + finding.rule().id() + '\n');
    }
    out.write(
        findings.isEmpty()
            ? style.good("kept") + ": " + Visible.of(file) + " at " + at + '\n'
            : style.error("broken")
                + ": "
                + Wording.plural(findings.size(), "error")
                + " in "
                + Visible.of(file)
                + " at "
                + at
                + '\n');
  }

  /** One object on one line; docs/lifecycle.md describes it. */
  public void json(List<LifecycleFinding> findings, Writer out) throws IOException {
    JsonWriter json = begin(out, findings.isEmpty() ? "kept" : "broken");
    json.name("findings").beginArray();
    for (LifecycleFinding finding : findings) {
      json.beginObject()
          .member("rule", finding.rule().id())
          .member("severity", "error")
          .member("message", finding.message())
          .member("why", finding.rule().why())
          .member("fix", finding.rule().fix())
          .place(finding.at())
          .endObject();
    }
    json.endArray().endObject().endLine();
  }

  /** The same, when the file or a specification could not be read. */
  public void jsonProblems(List<Problem> problems, Writer out) throws IOException {
    begin(out, "error").problems("problems", problems).endObject().endLine();
  }

  private JsonWriter begin(Writer out, String verdict) throws IOException {
    return new JsonWriter(out, JsonWriter.Layout.COMPACT)
        .beginObject()
        .member("schemaVersion", 1)
        .member("lifecycle", file)
        .member("at", at.toString())
        .member("verdict", verdict);
  }
}
