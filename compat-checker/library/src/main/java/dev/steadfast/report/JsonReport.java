package dev.steadfast.report;

import dev.steadfast.compat.Counts;
import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.Verdict;
import dev.steadfast.compat.Waiver;
import dev.steadfast.compat.Witness;
import dev.steadfast.spec.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each pair; docs/formats.md describes it. */
final class JsonReport implements Report {

  private final Writer out;
  private final JsonWriter json;

  JsonReport(Writer out) {
    this.out = out;
    this.json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
  }

  @Override
  public void add(Result result) throws IOException {
    json.beginObject().member("schemaVersion", 1);
    if (!result.pair().isEmpty()) {
      json.member("pair", result.pair());
    }
    json.member("base", result.base()).member("revision", result.revision());
    if (result instanceof Result.Compared compared) {
      compared(compared);
    } else if (result instanceof Result.Unreadable unreadable) {
      json.member("verdict", "error");
      json.problems("problems", unreadable.problems());
    }
    json.endObject().endLine();
    out.flush();
  }

  private void compared(Result.Compared result) throws IOException {
    Verdict verdict = result.verdict();
    Counts counts = verdict.counts();
    json.member("verdict", verdict.answer().text());
    json.name("counts")
        .beginObject()
        .member("error", counts.error())
        .member("warning", counts.warning())
        .member("info", counts.info())
        .endObject();
    json.name("findings").beginArray();
    for (Finding finding : verdict.findings()) {
      json.beginObject();
      finding(finding);
      json.endObject();
    }
    json.endArray();
    json.name("waived").beginArray();
    for (Verdict.Waived waived : verdict.waived()) {
      json.beginObject();
      finding(waived.finding());
      waiver(waived.waiver());
      json.endObject();
    }
    json.endArray();
    json.problems("notes", result.notes()).member("millis", result.millis());
  }

  private void finding(Finding finding) throws IOException {
    json.member("rule", finding.rule())
        .member("severity", finding.severity().text())
        .member("direction", finding.direction().name().toLowerCase(Locale.ROOT))
        .member("breaks", finding.breaks().stream().map(Hurt::text).toList())
        .member("operations", finding.operations())
        .member("message", finding.message())
        .member("was", finding.was())
        .member("now", finding.now())
        .member("why", finding.why())
        .member("fix", finding.fix())
        .member("confidence", finding.confidence().name().toLowerCase(Locale.ROOT))
        .member("fingerprint", finding.fingerprint());
    place("base", finding.base());
    place("revision", finding.revision());
    if (!finding.copies().isEmpty()) {
      json.name("copies").beginArray();
      for (Finding.Spot copy : finding.copies()) {
        json.beginObject();
        place("base", copy.base());
        place("revision", copy.revision());
        json.endObject();
      }
      json.endArray();
    }
    if (finding.witness() != null) {
      witness(finding.witness());
    }
  }

  private void place(String name, @Nullable Location at) throws IOException {
    if (at != null) {
      json.name(name).beginObject().place(at).endObject();
    }
  }

  private void witness(Witness witness) throws IOException {
    json.name("witness")
        .beginObject()
        .member("kind", witness.kind().text())
        .member("shows", witness.shows().text())
        .member("http", witness.http())
        .name("value")
        .value(witness.value())
        .member("confirmed", witness.confirmed())
        .optional("unconfirmedBecause", witness.unconfirmedBecause())
        .optional("curl", witness.curl())
        .endObject();
  }

  private void waiver(Waiver waiver) throws IOException {
    json.name("waiver")
        .beginObject()
        .member("reason", waiver.reason())
        .member("owner", waiver.owner())
        .member("until", waiver.until().toString())
        .endObject();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
