package dev.steadfast.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** HAProxy with the configuration that is shipped in {@code haproxy/}, master and worker. */
public final class EdgeProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final int CONNECT_MILLIS = 1_000;
  private static final long INSTALL_MINUTES = 5;

  private final Path configuration;
  private final Address address;
  private final Map<String, String> environment;
  private final Path log;
  private Child child;

  private EdgeProcess(
      Path configuration, Address address, Map<String, String> environment, Path log, Child child) {
    this.configuration = configuration;
    this.address = address;
    this.environment = environment;
    this.log = log;
    this.child = child;
  }

  /**
   * Starts it and waits until it takes connections.
   *
   * @param configuration {@code haproxy.cfg}; relative names in it start at its folder
   * @param address its {@code PAYMENTS_BIND}
   * @param environment the other variables that the configuration reads
   * @param log its output, with one line of JSON a request, is appended here
   * @throws IOException when HAProxy is missing or does not start; the message ends with its log
   */
  public static EdgeProcess start(
      Path configuration, Address address, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Child child = run(configuration, address, environment, log);
    EdgeProcess edge = new EdgeProcess(configuration, address, environment, log, child);
    try {
      edge.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException e) {
      edge.close();
      throw e;
    }
    return edge;
  }

  /** The program, where it is on this machine. */
  public static Optional<Path> program() {
    LinkedHashSet<String> folders =
        new LinkedHashSet<>(List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)));
    folders.addAll(List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"));
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "haproxy"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Installs the program with the system's package manager, as root or by sudo.
   *
   * @param configuration the folder of {@code install.sh}
   * @return what it printed, when it could not
   */
  static Optional<String> install(Path configuration) throws IOException, InterruptedException {
    Path said = Files.createTempFile("install", ".log");
    try {
      Process script =
          new ProcessBuilder("bash", configuration.resolve("install.sh").toString())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(said.toFile())
              .start();
      boolean ended = script.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
      script.destroyForcibly();
      return ended && script.exitValue() == 0
          ? Optional.empty()
          : Optional.of(Files.readString(said).strip());
    } finally {
      Files.delete(said);
    }
  }

  /** {@code http://HOST:PORT}. */
  public String url() {
    return address.url("http");
  }

  /** Of the master; the worker is its child. */
  public long pid() {
    return child.pid();
  }

  public boolean isAlive() {
    return child.isAlive();
  }

  /** Where its output is. */
  public Path log() {
    return log;
  }

  /** Reads the configuration again without losing a connection (SIGUSR2). */
  public void reload() {
    child.signal("USR2");
  }

  /** Kills master and workers (SIGKILL). */
  public void kill9() {
    child.kill9();
  }

  /** Starts it again, after stopping it if it runs. */
  public void restart() throws IOException, InterruptedException {
    close();
    child = run(configuration, address, environment, log);
    awaitReady();
  }

  /** Stops it; open connections are closed. */
  @Override
  public void close() {
    child.stop(STOP);
  }

  private static Child run(
      Path configuration, Address address, Map<String, String> environment, Path log)
      throws IOException {
    String program =
        program()
            .map(Path::toString)
            .orElseThrow(() -> new IOException("HAProxy is not installed on this machine"));
    Map<String, String> all = new java.util.TreeMap<>(environment);
    all.put("PAYMENTS_BIND", address.toString());
    List<String> command = new ArrayList<>(List.of(program, "-W"));
    String decided = all.getOrDefault("EDGE_STATE", "");
    if (!decided.isEmpty()) { // first, so that the configuration sees it; read again at each reload
      command.addAll(List.of("-f", decided));
    }
    command.addAll(List.of("-f", configuration.toAbsolutePath().toString()));
    return Child.start("HAProxy", command, all, log, "TERM");
  }

  private void awaitReady() throws IOException, InterruptedException {
    Await.ready(
        child,
        START,
        () -> {
          try (Socket socket = new Socket()) {
            socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
                CONNECT_MILLIS);
          }
          String commands = environment.get("EDGE_SOCKET"); // it appears after the door is open
          return commands == null || Files.exists(Path.of(commands));
        });
  }
}
