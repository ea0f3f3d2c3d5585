package dev.steadfast.report;

import dev.steadfast.lifecycle.Conformance;
import dev.steadfast.lifecycle.Probe;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a running server was asked, and what is wrong with its answers. */
public final class ConformanceReport {

  private final String server;
  private final Instant at;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param at the time for which the answers were judged
   */
  public ConformanceReport(String server, Instant at) {
    this.server = server;
    this.at = at;
  }

  private record Row(Probe probe, int status, Map<Conformance.Aspect, String> faults) {

    String cell(Conformance.Aspect aspect) {
      boolean expected =
          switch (aspect) {
            case DEPRECATION -> probe.notices().deprecated() != null;
            case SUNSET -> probe.notices().sunset() != null;
            case LINK -> !probe.notices().links().isEmpty();
            case STATUS -> true;
          };
      String mark = faults.containsKey(aspect) ? "FAULT" : expected ? "ok" : "-";
      return aspect == Conformance.Aspect.STATUS ? status + " " + mark : mark;
    }
  }

  /** An answer, and what is wrong with it. */
  public void add(Probe probe, int status, Map<Conformance.Aspect, String> faults) {
    rows.add(new Row(probe, status, Map.copyOf(faults)));
  }

  /** Whether every answer is as it must be. */
  public boolean conforms() {
    return rows.stream().allMatch(row -> row.faults.isEmpty());
  }

  /** A table, then each fault by itself. */
  public void text(Style style, Writer out) throws IOException {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("version", "request"));
    for (Conformance.Aspect aspect : Conformance.Aspect.values()) {
      head.add(aspect.title());
    }
    table.add(head);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.probe.version());
      cells.add("GET " + row.probe.path());
      for (Conformance.Aspect aspect : Conformance.Aspect.values()) {
        cells.add(row.cell(aspect));
      }
      table.add(cells);
    }
    write(table, out);
    long faults = rows.stream().mapToLong(row -> row.faults.size()).sum();
    for (Row row : rows) {
      for (Conformance.Aspect aspect : Conformance.Aspect.values()) {
        String fault = row.faults.get(aspect);
        if (fault != null) {
          out.write(style.error("fault") + ": GET " + row.probe.path() + ": ");
          out.write(Visible.of(fault) + '\n');
        }
      }
    }
    String asked = Wording.plural(rows.size(), "request") + " to " + server + " at " + at;
    out.write(
        faults == 0
            ? style.good("conforms") + ": " + asked + '\n'
            : style.error("fails")
                + ": "
                + Wording.plural((int) faults, "fault")
                + " in "
                + asked
                + '\n');
  }

  private static void write(List<List<String>> table, Writer out) throws IOException {
    for (List<String> row : table) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = table.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
      }
      out.write(line.toString().stripTrailing() + '\n');
    }
    out.write('\n');
  }

  /** One object on one line. */
  public void json(Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
    json.beginObject().member("schemaVersion", 1).member("server", server);
    json.member("at", at.toString()).member("verdict", conforms() ? "conforms" : "fails");
    json.name("answers").beginArray();
    for (Row row : rows) {
      json.beginObject()
          .member("version", row.probe.version())
          .member("operation", row.probe.operation())
          .member("path", row.probe.path())
          .member("status", row.status)
          .name("faults")
          .beginArray();
      for (Conformance.Aspect aspect : Conformance.Aspect.values()) {
        String fault = row.faults.get(aspect);
        if (fault != null) {
          json.beginObject().member("aspect", aspect.title()).member("message", fault).endObject();
        }
      }
      json.endArray().endObject();
    }
    json.endArray().endObject().endLine();
  }
}
