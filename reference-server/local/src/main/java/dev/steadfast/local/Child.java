package dev.steadfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that ends when the one that started it ends, however that ends. */
final class Child {

  /*
   * The program is in a session of its own, so that Ctrl-C in a terminal reaches only its
   * supervisor, which stops things in order. Beside it waits a shell that reads from the
   * supervisor's end of a pipe: the kernel closes that end when the supervisor dies, even by
   * SIGKILL. The shell then asks the program to stop, and insists after five seconds. It compares
   * the start time of the process before each signal, so a later owner of the same pid is never
   * hit. It is nobody's child: HAProxy ends only after all of its own. 'exec' keeps the pid: the
   * process that Java knows is the program.
   */
  private static final String KEEPER =
      """
      signal=$1 pid=$$
      shift
      born() {
        if [ -r /proc/self/stat ]; then
          IFS= read -r line <"/proc/$pid/stat" || return 1
          set -- ${line##*) }
          echo "${20}"
        else
          ps -o lstart= -p "$pid"
        fi
      } 2>/dev/null
      birth=$(born)
      is_ours() { [ "$(born)" = "$birth" ]; }
      keep() {
        trap '' INT TERM HUP
        while IFS= read -r _; do :; done
        is_ours && kill -s "$signal" "$pid"
        for _ in {1..50}; do
          is_ours || exit
          sleep 0.1
        done
        is_ours && kill -s KILL "$pid"
      }
      (keep <&0 >/dev/null 2>&1 &)
      exec "$@" </dev/null
      """;

  /**
   * Runs a program in a session of its own. macOS has no setsid(1), and Linux need not have perl.
   */
  static final List<String> OWN_SESSION =
      isOnPath("setsid")
          ? List.of("setsid")
          : List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!");

  private static final int LOG_LINES = 20;

  private final String name;
  private final Process process;
  private final Path log;
  private final String signal;

  private Child(String name, Process process, Path log, String signal) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.signal = signal;
  }

  /**
   * Starts a program.
   *
   * @param name for messages
   * @param log its output is appended here
   * @param signal what asks it to stop without losing anything, for instance {@code TERM}
   */
  static Child start(
      String name, List<String> command, Map<String, String> environment, Path log, String signal)
      throws IOException {
    List<String> whole = new ArrayList<>(OWN_SESSION);
    whole.addAll(List.of("bash", "-c", KEEPER, name, signal));
    whole.addAll(command);
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), log, signal);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal by its name without {@code SIG}; nothing happens when the process is gone. */
  void signal(String signalName) {
    if (process.isAlive()) {
      Signals.send(signalName, process.pid());
    }
  }

  /** Sends a signal to it and to its descendants. */
  void signalAll(String signalName) {
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      signal(signalName);
      descendants.forEach(each -> Signals.send(signalName, each.pid()));
    }
  }

  /** Asks it to stop and waits; after the patience is over it is killed. */
  void stop(Duration patience) {
    signal("CONT");
    signal(signal);
    if (!ended(patience)) {
      kill9();
    }
  }

  /**
   * Kills it and its descendants at once (SIGKILL), as a power cut would, and waits for their end.
   *
   * @return {@link System#nanoTime} just before the signal
   */
  long kill9() {
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      List<ProcessHandle> all =
          Stream.concat(Stream.of(process.toHandle()), descendants.toList().stream()).toList();
      long signal = System.nanoTime();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(Child::awaitEnd);
      return signal;
    }
  }

  private static void awaitEnd(ProcessHandle handle) {
    handle.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Waits for its end; answers whether it came in time. */
  boolean ended(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says why it did not start, with the last lines of its output. */
  IOException failure(String what) {
    String end = process.isAlive() ? "" : ", it ended with exit code " + process.exitValue();
    return new IOException(name + " " + what + end + "; " + log + " ends with:\n" + lastLines());
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    } catch (IOException e) {
      return "(not readable: " + e.getMessage() + ")";
    }
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
