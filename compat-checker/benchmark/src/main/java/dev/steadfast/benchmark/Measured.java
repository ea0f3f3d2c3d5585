package dev.steadfast.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A process that has ended, and what it took.
 *
 * @param exitCode 0 to 255
 * @param wall from the start of the process to its end
 * @param cpu of all its threads; a few milliseconds at its end are missed
 * @param peakKib the most resident memory, in KiB; 0 where {@code /proc} does not tell
 * @param output what it printed on standard output
 */
record Measured(int exitCode, Duration wall, Duration cpu, long peakKib, String output) {

  private static final Duration POLL = Duration.ofMillis(5);

  /** Runs the command to its end, in the current folder. */
  static Measured run(List<String> command) throws IOException, InterruptedException {
    File output = File.createTempFile("measured", ".out");
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
      Duration cpu = Duration.ZERO;
      long peak = 0;
      while (!process.waitFor(POLL.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        peak = Math.max(peak, peakKib(status));
      }
      Duration wall = Duration.ofNanos(System.nanoTime() - start);
      String text = Files.readString(output.toPath());
      return new Measured(process.exitValue(), wall, cpu, peak, text);
    } finally {
      Files.delete(output.toPath());
    }
  }

  /** Of several runs of one command, each figure's median; what the first one printed. */
  static Measured median(List<Measured> runs) {
    Measured first = runs.get(0);
    return new Measured(
        first.exitCode,
        median(runs, Measured::wall),
        median(runs, Measured::cpu),
        median(runs, Measured::peakKib),
        first.output);
  }

  private static <T extends Comparable<T>> T median(
      List<Measured> runs, Function<Measured, T> figure) {
    return runs.stream().map(figure).sorted().toList().get(runs.size() / 2);
  }

  private static long peakKib(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException | NumberFormatException gone) {
      return 0; // the process ended between two looks
    }
    return 0;
  }

  String seconds() {
    return String.format(Locale.ROOT, "%.2f", wall.toMillis() / 1000.0);
  }

  String cpuSeconds() {
    return String.format(Locale.ROOT, "%.2f", cpu.toMillis() / 1000.0);
  }

  String megabytes() {
    return String.valueOf(peakKib / 1024);
  }
}
