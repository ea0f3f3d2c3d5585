package dev.steadfast.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of Markdown that grows: printed as it grows, and written to a file at the end. */
final class Page {

  private final Path corpus;
  private final @Nullable Path file;
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();

  private Page(Path corpus, @Nullable Path file, PrintStream out) {
    this.corpus = corpus;
    this.file = file;
    this.out = out;
  }

  /**
   * Of a program's arguments.
   *
   * @throws IllegalArgumentException unless they are {@code CORPUS [--write FILE]}
   */
  static Page of(String[] arguments, PrintStream out) {
    List<String> given = List.of(arguments);
    boolean write = given.size() == 3 && given.get(1).equals("--write");
    if (!write && given.size() != 1) {
      throw new IllegalArgumentException("usage: CORPUS [--write FILE]");
    }
    return new Page(Path.of(given.get(0)), write ? Path.of(given.get(2)) : null, out);
  }

  Path corpus() {
    return corpus;
  }

  /** A line, or an empty one between paragraphs. */
  void line(String line) {
    text.append(line).append('\n');
    out.println(line);
  }

  void heading(String heading) {
    line("");
    line("## " + heading);
    line("");
  }

  /** The first row holds the titles; without another there is no table. */
  void table(List<List<String>> rows) {
    for (int i = 0; rows.size() > 1 && i < rows.size(); i++) {
      line("| " + String.join(" | ", rows.get(i).stream().map(Page::cell).toList()) + " |");
      if (i == 0) {
        line("|" + "---|".repeat(rows.get(0).size()));
      }
    }
  }

  /** How often each outcome came up. */
  void counts(Map<String, Integer> counts) {
    List<List<String>> rows = titled("outcome", "times");
    counts.forEach((outcome, times) -> rows.add(List.of(outcome, String.valueOf(times))));
    table(rows);
    line("");
  }

  /** Rows of one table under these titles. */
  static List<List<String>> titled(String... titles) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(titles));
    return rows;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  /** Writes the file, if one was asked for. */
  void close() throws IOException {
    if (file != null) {
      Files.writeString(file, text);
    }
  }
}
