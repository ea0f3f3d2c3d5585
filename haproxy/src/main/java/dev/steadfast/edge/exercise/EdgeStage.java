package dev.steadfast.edge.exercise;

import dev.steadfast.edge.Edge;
import dev.steadfast.edge.EdgeException;
import dev.steadfast.local.Address;
import dev.steadfast.local.EdgeProcess;
import dev.steadfast.local.Ports;
import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two servers with their PostgreSQL and Redis, and HAProxy as it is shipped in front of them. */
final class EdgeStage implements AutoCloseable {

  private static final Duration READY = Duration.ofMinutes(2);
  private static final Duration UP = Duration.ofSeconds(10);

  private final Stage stage;
  private final Path socket;
  private final EdgeProcess process;

  private EdgeStage(Stage stage, Path socket, EdgeProcess process) {
    this.stage = stage;
    this.socket = socket;
    this.process = process;
  }

  /**
   * Starts all of it and waits until both servers take requests.
   *
   * @param root the checkout; its server must have been packaged
   * @param folder receives data and logs; its path is short, since a socket's may have 108 bytes
   */
  static EdgeStage start(Path root, Path folder)
      throws IOException, InterruptedException, EdgeException {
    Stage stage = Stage.start(root, folder);
    try {
      EdgeStage all = inFrontOf(stage, "edge", Map.of());
      all.awaitUp("s1");
      all.awaitUp("s2");
      return all;
    } catch (IOException | InterruptedException | EdgeException | RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  /**
   * Another HAProxy in front of the same servers; the caller closes it, and only it.
   *
   * @param name of its files
   * @param settings variables of the configuration that differ from what is shipped
   */
  EdgeStage beside(String name, Map<String, String> settings)
      throws IOException, InterruptedException, EdgeException {
    return inFrontOf(stage, name, settings);
  }

  private static EdgeStage inFrontOf(Stage stage, String name, Map<String, String> settings)
      throws IOException, InterruptedException, EdgeException {
    Path socket = stage.folder().resolve(name + ".sock");
    Map<String, String> environment = new TreeMap<>();
    // the whole load of an exercise comes from one address
    environment.put("EDGE_IP_REQUESTS", "10000000");
    environment.put("EDGE_IP_ERRORS", "10000000");
    environment.put("EDGE_IP_CONNECTIONS", "10000");
    environment.put("EDGE_SOCKET", socket.toString());
    environment.put("METRICS_BIND", "127.0.0.1:" + Ports.free());
    environment.put("EDGE_STATE", state(stage, name).toString());
    for (ServerProcess server : stage.servers()) {
      environment.put("SERVER" + server.name().substring(1), "127.0.0.1:" + server.port());
    }
    environment.putAll(settings);
    EdgeProcess process =
        EdgeProcess.start(
            stage.root().resolve("haproxy/haproxy.cfg"),
            Address.free(),
            environment,
            stage.folder().resolve(name + ".log"));
    return new EdgeStage(stage, socket, process);
  }

  /** A folder of its own for what operators decide. */
  private static Path state(Stage stage, String name) throws IOException {
    Path shipped = stage.root().resolve("haproxy/state");
    Path state = Files.createDirectories(stage.folder().resolve(name + "-state"));
    try (var files = Files.list(shipped)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, state.resolve(file.getFileName().toString()));
      }
    }
    return state;
  }

  Stage stage() {
    return stage;
  }

  EdgeProcess process() {
    return process;
  }

  /** What HAProxy writes: a line of JSON a request, and what it does with servers. */
  Path log() {
    return process.log();
  }

  /** The admin socket. */
  Path socket() {
    return socket;
  }

  /** What HAProxy says of itself; a new connection each time, so that it survives a reload. */
  Edge edge() throws EdgeException {
    return Edge.at(socket);
  }

  /** Of the worker; 0 while none answers, as in the middle of a reload. */
  long pid() {
    try {
      return edge().info().pid();
    } catch (EdgeException nobodyAnswers) {
      return 0;
    }
  }

  /** Where customers come in. */
  List<Target> door() {
    return List.of(Target.of(process.url()));
  }

  /**
   * Waits until a server is ready and the edge sends it requests; answers how long the latter took.
   */
  Duration awaitBack(ServerProcess server) throws IOException, InterruptedException, EdgeException {
    server.awaitReady(READY);
    long ready = System.nanoTime();
    awaitUp(server.name());
    return Duration.ofNanos(System.nanoTime() - ready);
  }

  /** Waits until the edge sends requests to a server. */
  void awaitUp(String server) throws InterruptedException, EdgeException {
    long end = System.nanoTime() + UP.toNanos();
    while (!edge().server(server).state().equals("UP")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "the edge still has " + edge().server(server) + " after " + UP.toSeconds() + " s");
      }
      Thread.sleep(5);
    }
  }

  /** Puts both servers back to work. */
  void restore() throws IOException, InterruptedException, EdgeException {
    stage.restore();
    for (ServerProcess server : stage.servers()) {
      awaitUp(server.name());
    }
  }

  @Override
  public void close() {
    process.close();
  }

  /** Ends the servers, PostgreSQL and Redis, too. */
  void closeAll() {
    process.close();
    stage.close();
  }
}
