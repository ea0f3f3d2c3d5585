package dev.steadfast.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One reference server: a runnable jar in a Java process of its own, on the loopback address. */
public final class ServerProcess implements AutoCloseable {

  private static final boolean IS_LINUX = System.getProperty("os.name").equals("Linux");

  /*
   * The kernel closes a killed server's sockets only when it has freed its memory, 10 ms for every
   * 100 MB in small pages of its own. So: huge pages, for malloc in one arena, too, and a class
   * cache that is mapped where it says, which leaves its pages to the file.
   */
  private static final List<String> LEAN =
      List.of("-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

  private static final Duration STOP = Duration.ofSeconds(40);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final String name;
  private final int port;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Child child;

  private ServerProcess(
      String name, int port, List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    this.name = name;
    this.port = port;
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.child = Child.start(name, command, environment, log, "TERM");
  }

  /** Starts it on the JDK of this process with a log in the folder for temporary files. */
  public static ServerProcess start(
      Path jar, String name, int port, Map<String, String> environment) throws IOException {
    Path log = Files.createTempFile(name + "-", ".log");
    log.toFile().deleteOnExit();
    return start(jar, name, port, environment, List.of(), log);
  }

  /**
   * Starts it; {@link #awaitReady} waits for it.
   *
   * @param environment what {@code SERVER_NAME}, {@code SERVER_PORT} and {@code SERVER_ADDRESS} do
   *     not say
   * @param javaOptions for instance {@code -XX:AOTCache=…}
   * @param log its output is appended here
   */
  public static ServerProcess start(
      Path jar,
      String name,
      int port,
      Map<String, String> environment,
      List<String> javaOptions,
      Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LEAN);
    if (IS_LINUX) {
      command.add("-XX:+UseTransparentHugePages");
    }
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
    Map<String, String> all = new TreeMap<>(environment);
    all.put("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1");
    all.put("SERVER_NAME", name);
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    return new ServerProcess(name, port, command, all, log);
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  /** {@code http://127.0.0.1:PORT}. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

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

  /**
   * Waits until it can take a payment: {@code GET /health/ready} is 200.
   *
   * @throws IOException when it ends or the patience is over; the message ends with its log
   */
  public void awaitReady(Duration patience) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/health/ready")).timeout(ANSWER).build();
    Await.ready(
        child,
        patience,
        () -> client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
  }

  /**
   * Kills it (SIGKILL) and waits for its end.
   *
   * @return {@link System#nanoTime} just before the signal
   */
  public long kill9() {
    return child.kill9();
  }

  /** Asks it to stop (SIGTERM) and returns at once; it finishes what it has begun. */
  public void terminate() {
    child.signal("TERM");
  }

  /** Stops it (SIGSTOP): connections stay open and nothing answers. */
  public void hang() {
    child.signal("STOP");
  }

  /** Ends {@link #hang}. */
  public void resume() {
    child.signal("CONT");
  }

  /** Starts it again on the same port, after stopping it if it runs. */
  public void restart() throws IOException {
    close();
    child = Child.start(name, command, environment, log, "TERM");
  }

  /** Waits for its end; answers whether it came in time. */
  public boolean ended(Duration patience) {
    return child.ended(patience);
  }

  /** Asks it to stop and waits for its end. */
  @Override
  public void close() {
    child.stop(STOP);
  }
}
