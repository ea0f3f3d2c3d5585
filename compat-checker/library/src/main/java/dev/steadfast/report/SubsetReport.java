package dev.steadfast.report;

import dev.steadfast.compat.Subset;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is known of schemas being subsets of others. */
public final class SubsetReport {

  private static final int MAX_VALUE = 4_000;

  private final Writer out;
  private final JsonWriter json;

  /** Takes a writer that stays open. */
  public SubsetReport(Writer out) {
    this.out = out;
    this.json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
  }

  /** A few lines for people. */
  public void text(Subset subset, Style style) throws IOException {
    switch (subset.kind()) {
      case PROVEN -> line(style.good("proven") + ": every value of A is a value of B");
      case UNKNOWN -> line(style.bold("unknown") + ": " + Visible.of(subset.reason()));
      case REFUTED -> {
        line(style.error("refuted") + ": A allows a value that B refuses");
        line("    value: " + Visible.clipped(String.valueOf(subset.witness()), MAX_VALUE));
        line(
            subset.confirmed()
                ? "    confirmed: an independent validator agrees"
                : "    not confirmed: " + Visible.of(subset.reason()));
      }
    }
  }

  /**
   * One line of JSON.
   *
   * @param id what the asker calls the question; null when there is only one
   */
  public void json(@Nullable Node id, Subset subset) throws IOException {
    begin(id).member("answer", subset.kind().text());
    if (subset.witness() != null) {
      json.name("witness").value(subset.witness()).member("confirmed", subset.confirmed());
    }
    if (!subset.reason().isEmpty()) {
      json.member("reason", subset.reason());
    }
    json.endObject().endLine();
  }

  /** One line of JSON for a question that could not be asked. */
  public void json(@Nullable Node id, List<Problem> problems) throws IOException {
    begin(id).member("answer", "error").problems("problems", problems).endObject().endLine();
  }

  private JsonWriter begin(@Nullable Node id) throws IOException {
    json.beginObject();
    return id == null ? json : json.name("id").value(id);
  }

  private void line(String text) throws IOException {
    out.append(text).write('\n');
  }
}
