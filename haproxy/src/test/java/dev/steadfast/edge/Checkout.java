package dev.steadfast.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files under test, and the programs that read them. */
final class Checkout {

  static final Path ROOT = Path.of(System.getProperty("steadfast.root"));
  static final Path EDGE = ROOT.resolve("haproxy");
  static final Path CONFIGURATION = EDGE.resolve("haproxy.cfg");

  /** What a program printed, both streams, and how it ended. */
  record Ended(int code, String output) {}

  static {
    // a bare machine has none of these programs
    Ended install = run(Map.of(), "bash", EDGE.resolve("install.sh").toString(), "tests");
    if (install.code() != 0) {
      throw new IllegalStateException(install.output());
    }
  }

  private Checkout() {}

  /** Runs a program to its end, in the folder of the edge. */
  static Ended run(Map<String, String> environment, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(EDGE.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .merge("PATH", "/usr/sbin", (path, more) -> path + ':' + more); // Debian's HAProxy
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
