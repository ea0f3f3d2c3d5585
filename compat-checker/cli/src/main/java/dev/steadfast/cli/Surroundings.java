package dev.steadfast.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * All that the command sees of the world around it, documents aside.
 *
 * @param out takes results, UTF-8
 * @param err takes everything else, UTF-8
 */
public record Surroundings(
    InputStream in,
    Writer out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment,
    Clock clock) {

  private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

  /** Those of this process. A bare file stream cannot read a pipe to its end: it tries to seek. */
  static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        utf8(new Outlet(new FileOutputStream(FileDescriptor.out))),
        new PrintWriter(utf8(new FileOutputStream(FileDescriptor.err)), true),
        isTerminal(1),
        isTerminal(2),
        environment,
        clock(environment));
  }

  /**
   * Milliseconds since a {@link System#nanoTime()}; 0 when the output must be the same every time
   * (https://reproducible-builds.org/specs/source-date-epoch).
   */
  long millisSince(long nanoTime) {
    return environment.containsKey(SOURCE_DATE_EPOCH)
        ? 0
        : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
  }

  private static Writer utf8(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }

  private static Clock clock(Map<String, String> environment) {
    try {
      long seconds = Long.parseLong(environment.getOrDefault(SOURCE_DATE_EPOCH, ""));
      return Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    } catch (NumberFormatException notSet) {
      return Clock.systemUTC();
    }
  }

  /* The JDK has one answer for all three streams, and that answer differs from release to release. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException noProc) {
      return isTerminalOnMac(descriptor);
    }
  }

  private static boolean isTerminalOnMac(int descriptor) {
    try {
      return new ProcessBuilder("/bin/test", "-t", Integer.toString(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
