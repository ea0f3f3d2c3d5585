package dev.steadfast.maven;

import dev.steadfast.report.Format;
import dev.steadfast.report.Report;
import dev.steadfast.report.Result;
import dev.steadfast.report.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes results the way users asked for. */
final class Reports {

  private final Path folder;
  private final String stem;
  private final String version;

  /**
   * @param folder takes one file for each format
   * @param stem of the file names
   * @param version of the plugin
   */
  Reports(Path folder, String stem, String version) {
    this.folder = folder;
    this.stem = stem;
    this.version = version;
  }

  /** As the command line prints a result, without colours. */
  String text(Result result) {
    StringWriter out = new StringWriter();
    try (Report report = Format.TEXT.open(out, Style.PLAIN, version)) {
      report.add(result);
    } catch (IOException impossible) {
      throw new IllegalStateException("a StringWriter failed", impossible);
    }
    return out.toString().stripTrailing();
  }

  /** Writes a file for each format; annotations go to standard output, where GitHub reads them. */
  void write(List<Format> formats, List<Result> results) throws IOException {
    for (Format format : formats) {
      if (format == Format.GITHUB) {
        write(format, results, standardOutput());
      } else {
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(folder.resolve(stem + ending(format)))) {
          write(format, results, out);
        }
      }
    }
  }

  /* The process's own: Maven 4 puts a prefix before every line of System.out, and GitHub wants none. */
  private static Writer standardOutput() {
    return new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
  }

  private void write(Format format, List<Result> results, Writer out) throws IOException {
    try (Report report = format.open(out, Style.PLAIN, version)) {
      for (Result result : results) {
        report.add(result);
      }
    }
  }

  private static String ending(Format format) {
    return switch (format) {
      case TEXT -> ".txt";
      case MARKDOWN -> ".md";
      case JUNIT -> ".xml";
      case JSON, SARIF, GITHUB -> '.' + format.text();
    };
  }
}
