package dev.steadfast.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page of Markdown that grows: printed as it grows, and written to a file at the end. It also
 * holds what must be so, and whether it was.
 */
public final class Page {

  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();
  private final List<List<String>> musts = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  public Page(PrintStream out) {
    this.out = out;
  }

  /** A line, or an empty one between paragraphs. */
  public void line(String line) {
    text.append(line).append('\n');
    out.println(line);
  }

  public void heading(String heading) {
    line("");
    line("## " + heading);
    line("");
  }

  /** The first row holds the titles. */
  public void table(List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      line("| " + String.join(" | ", rows.get(i).stream().map(Page::cell).toList()) + " |");
      if (i == 0) {
        line("|" + "---|".repeat(rows.get(0).size()));
      }
    }
  }

  /** A row of a table. */
  public static List<String> row(Object... cells) {
    return Arrays.stream(cells).map(String::valueOf).toList();
  }

  /**
   * Something that must be so.
   *
   * @param seen what was measured, with its unit
   */
  public void must(String what, Object seen, boolean holds) {
    musts.add(row(what, seen, holds ? "yes" : "**no**"));
    if (!holds) {
      broken.add(what + ": " + seen);
    }
  }

  /** The table of what must be so, since the last one. */
  public void musts() {
    if (!musts.isEmpty()) {
      line("");
      List<List<String>> rows = new ArrayList<>(List.of(row("must", "seen", "holds")));
      rows.addAll(musts);
      table(rows);
      musts.clear();
    }
  }

  /** What was not so. */
  public List<String> broken() {
    return List.copyOf(broken);
  }

  /** Date, machine, JDK and command: without them a number says nothing. */
  public void circumstances(Clock clock, String command) throws IOException {
    long kib =
        Files.readAllLines(Path.of("/proc/meminfo"), UTF_8).stream()
            .filter(line -> line.startsWith("MemTotal:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElse(0);
    line(
        LocalDate.now(clock)
            + "; "
            + Runtime.getRuntime().availableProcessors()
            + " cores, "
            + Math.round(kib / 1048576.0)
            + " GiB; "
            + System.getProperty("java.vm.name")
            + ' '
            + System.getProperty("java.version")
            + "; `"
            + command
            + '`');
  }

  /** Replaces the file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, text);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\r", "").replace("\n", " ");
  }
}
