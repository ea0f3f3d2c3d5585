package dev.steadfast.cli;

import dev.steadfast.report.Format;
import dev.steadfast.report.Report;
import dev.steadfast.report.Result;
import dev.steadfast.report.Style;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** All the reports of one run, written side by side. */
final class Reports implements Closeable {

  private final Surroundings surroundings;
  private final List<Report> reports = new ArrayList<>();
  private final List<AtomicFile> files = new ArrayList<>();

  private Reports(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  static Reports open(List<Target> targets, Style style, Surroundings surroundings)
      throws IOException {
    Reports all = new Reports(surroundings);
    try {
      for (Target target : targets) {
        all.open(target, style);
      }
      return all;
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
  }

  private void open(Target target, Style style) throws IOException {
    Writer out = surroundings.out();
    Style painted = style;
    if (target.file() != null) {
      AtomicFile file = AtomicFile.create(target.file());
      files.add(file);
      out = file.writer();
      painted = Style.PLAIN;
    }
    reports.add(target.format().open(out, painted, Version.TEXT));
  }

  void add(Result result) throws IOException {
    for (Report report : reports) {
      report.add(result);
    }
  }

  /** Ends every report; only now do the files appear. */
  void publish() throws IOException {
    for (Report report : reports) {
      report.close();
    }
    for (AtomicFile file : files) {
      file.publish();
    }
  }

  @Override
  public void close() throws IOException {
    for (AtomicFile file : files) {
      file.close();
    }
  }

  /** Whether people read the results on standard output. */
  static boolean isForPeople(List<Target> targets) {
    return targets.stream()
        .noneMatch(target -> target.file() == null && target.format() != Format.TEXT);
  }
}
