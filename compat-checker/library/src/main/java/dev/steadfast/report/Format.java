package dev.steadfast.report;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way to write results down. */
public enum Format {
  TEXT,
  JSON,
  SARIF,
  GITHUB,
  MARKDOWN,
  JUNIT;

  /** The name users type. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, in the order of documentation. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Format::text).toList();
  }

  public static Optional<Format> named(String name) {
    return Arrays.stream(values()).filter(format -> format.text().equals(name)).findFirst();
  }

  /**
   * Starts a report.
   *
   * @param out takes the text; the report flushes it and never closes it
   * @param style counts for text only
   * @param version of the program that reports
   */
  public Report open(Writer out, Style style, String version) {
    return switch (this) {
      case TEXT -> new TextReport(out, style);
      case JSON -> new JsonReport(out);
      case SARIF -> new SarifReport(out, version);
      case GITHUB -> new GithubReport(out);
      case MARKDOWN -> new MarkdownReport(out);
      case JUNIT -> new JunitReport(out);
    };
  }
}
