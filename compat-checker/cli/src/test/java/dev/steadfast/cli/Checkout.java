package dev.steadfast.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A copy of this repository, as a new user has it: nothing is built, and its path has a space. */
record Checkout(Path root) {

  private static final int PATIENCE_MINUTES = 10;
  private static final int LOWEST_PORT = 15_000;
  private static final int PORT_TRIES = 100;
  private static final int HIGHEST_PORT = 32_000; // above it Linux takes ports for outgoing calls

  private static @Nullable Checkout shared;

  /** What a command left behind. */
  record Outcome(int exit, String out, String err) {}

  /** A command that was started, with the files that receive its output. */
  record Running(Process process, Path out, Path err) {

    Outcome await() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after " + PATIENCE_MINUTES + " minutes");
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  static Checkout copyTo(Path folder) throws IOException, InterruptedException {
    Checkout copy = new Checkout(Files.createDirectory(folder.resolve("a checkout")));
    Outcome copied =
        copy.bash(
            "tar -C '"
                + origin()
                + "' --exclude=target --exclude=./.git --exclude=./.steadfast -cf - . | tar -xf -");
    if (copied.exit() != 0) {
      throw new IOException(copied.err());
    }
    return copy;
  }

  /** A committed copy for all tests that leave it as it is: what one of them built, others use. */
  static synchronized Checkout shared() throws IOException, InterruptedException {
    if (shared == null) {
      Path folder = Files.createTempDirectory("steadfast");
      Checkout copy = copyTo(folder);
      Outcome committed =
          copy.bash(
              "git init -q -b main && git add -A && git -c user.name=test"
                  + " -c user.email=test@test.invalid commit -q -m all");
      if (committed.exit() != 0) {
        throw new IOException(committed.err());
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      shared = copy;
    }
    return shared;
  }

  private static void delete(Path folder) {
    try {
      new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Variables that make {@code steadfast up} listen where nobody does. */
  static Map<String, String> freePorts() throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (String variable :
        List.of("PAYMENTS_BIND", "PAYMENTS_TLS_BIND", "METRICS_BIND", "SERVER1", "SERVER2")) {
      variables.put(variable, "127.0.0.1:" + freePort());
    }
    return variables;
  }

  private static int freePort() throws IOException {
    BindException last = new BindException("no port was tried");
    for (int i = 0; i < PORT_TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        last = taken;
      }
    }
    throw last;
  }

  /** The repository that this build runs in. */
  static Path origin() {
    return Path.of(System.getProperty("steadfast.root"));
  }

  String launcher() {
    return root.resolve("steadfast").toString();
  }

  Outcome steadfast(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = launcher();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return run(root, Map.of(), command);
  }

  /** Runs a script in this copy. */
  Outcome bash(String script) throws IOException, InterruptedException {
    return bash(script, Map.of());
  }

  /** Runs a script in this copy with more variables. */
  Outcome bash(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(root, environment, "bash", "-c", script);
  }

  static Outcome run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return start(folder, environment, command).await();
  }

  /** Starts a command with the JDK and the Maven repository of this build, and an empty stdin. */
  static Running start(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    Path out = Files.createTempFile("steadfast", ".out");
    Path err = Files.createTempFile("steadfast", ".err");
    out.toFile().deleteOnExit();
    err.toFile().deleteOnExit();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> variables = builder.environment();
    variables.put("STEADFAST_JDKS", System.getProperty("java.home"));
    variables.put("MAVEN_ARGS", "-Dmaven.repo.local=" + System.getProperty("maven.repository"));
    variables.remove("STEADFAST_JAVA_OPTS");
    variables.putAll(environment);
    return new Running(builder.start(), out, err);
  }
}
