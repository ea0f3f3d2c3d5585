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
import java.util.Optional;

/** All the reports of one run, written side by side. */
final class Reports implements Closeable {

  private final Surroundings surroundings;
  private final List<Report> reports = new ArrayList<>();
  private final List<AtomicFile> files = new ArrayList<>();
  private Optional<Report> text = Optional.empty(); // the one that people read on standard output
  private boolean problemsToldElsewhere;

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
    Report report = target.format().open(out, painted, Version.TEXT);
    reports.add(report);
    if (target.file() == null) {
      problemsToldElsewhere = target.format() != Format.TEXT;
      text = problemsToldElsewhere ? Optional.empty() : Optional.of(report);
    }
  }

  /** Why a pair has no verdict goes to standard error, unless a program reads standard output. */
  void add(Result result) throws IOException {
    boolean complaint = result instanceof Result.Unreadable && !problemsToldElsewhere;
    if (complaint) {
      Format.TEXT.open(surroundings.err(), Style.PLAIN, Version.TEXT).add(result);
    }
    for (Report report : reports) {
      if (!complaint || !text.equals(Optional.of(report))) {
        report.add(result);
      }
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
}
