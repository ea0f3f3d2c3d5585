package dev.steadfast.local;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes; Java itself knows only two of them. */
final class Signals {

  private Signals() {}

  /** Sends a signal by its name without {@code SIG}; nothing happens when the process is gone. */
  static void send(String signal, long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run sh", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
