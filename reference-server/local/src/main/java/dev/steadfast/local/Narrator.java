package dev.steadfast.local;

import dev.steadfast.cli.Progress;
import dev.steadfast.cli.Surroundings;
import java.util.Locale;

/** Tells how a start goes on: one line for each step, on standard error. */
final class Narrator implements Steps, AutoCloseable {

  private final Surroundings surroundings;
  private final Progress progress;
  private final long start = System.nanoTime();
  private String step = "";
  private long stepStart = start;

  Narrator(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.progress = Progress.start(false, surroundings);
  }

  @Override
  public void begin(String what) {
    step = what;
    stepStart = System.nanoTime();
    progress.now(what);
  }

  @Override
  public void end(String result) {
    say(String.format(Locale.ROOT, "  %-14s %5s s  %s", step, seconds(stepStart), result));
  }

  /** A line beside the steps. */
  void say(String line) {
    progress.hide();
    surroundings.err().print(line + '\n');
    surroundings.err().flush();
  }

  /** Seconds since the beginning, with one decimal. */
  String sinceStart() {
    return seconds(start);
  }

  @Override
  public void close() {
    progress.close();
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
  }
}
