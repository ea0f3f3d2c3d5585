package dev.steadfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A copy of this repository, as a new user has it: nothing is built, and its path has a space. */
record Checkout(Path root) {

  private static final int PATIENCE_MINUTES = 5;

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
    return run(root, Map.of(), "bash", "-c", script);
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
