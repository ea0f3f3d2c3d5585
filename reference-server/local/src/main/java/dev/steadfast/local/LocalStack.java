package dev.steadfast.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole reference implementation on this machine: PostgreSQL, Redis, the servers, the edge and
 * a token issuer. Closing it ends all of it; so does the end of this process.
 */
public final class LocalStack implements AutoCloseable {

  private static final Duration SERVER_START = Duration.ofMinutes(4);

  private final LocalSettings settings;
  private final DataFolder data;
  private final Steps steps;
  private final Issuer issuer;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<ServerProcess> servers = new CopyOnWriteArrayList<>();
  private @Nullable PostgresProcess postgres;
  private @Nullable RedisProcess redis;
  private @Nullable EdgeProcess edge;
  private Database database = new Database("", "", "");
  private String redisUrl = "";
  private boolean closed;

  private LocalStack(LocalSettings settings, Steps steps) throws IOException {
    this.settings = settings;
    this.data = new DataFolder(settings.data());
    this.steps = steps;
    this.issuer = Issuer.open(data.keys());
  }

  /**
   * Starts all of it and waits until it can take a payment.
   *
   * @throws IOException when a part does not start; the others are stopped again
   */
  public static LocalStack start(LocalSettings settings, Steps steps)
      throws IOException, InterruptedException {
    LocalStack stack = prepare(settings, steps);
    stack.run();
    return stack;
  }

  /** A stack that does nothing until {@link #run} is called, and can be closed meanwhile. */
  static LocalStack prepare(LocalSettings settings, Steps steps) throws IOException {
    return new LocalStack(settings, steps);
  }

  void run() throws IOException, InterruptedException {
    try {
      startDatabase();
      startRedis();
      startServers();
      startEdge();
      DemoMerchant.ensure(database);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Where clients call: the edge, or the first server when there is none. */
  public String api() {
    return settings.api().url("http");
  }

  /** The same with TLS and a certificate that no browser knows; empty without an edge. */
  public Optional<String> tls() {
    return Optional.ofNullable(edge).map(present -> settings.tls().url("https"));
  }

  public List<ServerProcess> servers() {
    return List.copyOf(servers);
  }

  /** Empty when there is no edge. */
  public Optional<EdgeProcess> edge() {
    return Optional.ofNullable(edge);
  }

  /** Empty when the environment named another one. */
  public Optional<PostgresProcess> postgres() {
    return Optional.ofNullable(postgres);
  }

  /** Empty when the environment named another one. */
  public Optional<RedisProcess> redis() {
    return Optional.ofNullable(redis);
  }

  public Database database() {
    return database;
  }

  public String redisUrl() {
    return redisUrl;
  }

  public Issuer issuer() {
    return issuer;
  }

  /** The admin socket of the edge. */
  public Path edgeSocket() {
    return data.edgeSocket();
  }

  /** The admin socket of the edge that runs on a folder of data. */
  public static Path edgeSocket(Path data) {
    return new DataFolder(data).edgeSocket();
  }

  /** URLs that Prometheus can scrape. */
  public List<String> metrics() {
    List<String> urls =
        servers.stream()
            .map(server -> server.url() + "/metrics")
            .collect(Collectors.toCollection(ArrayList::new));
    if (edge != null) {
      urls.add(settings.metrics().url("http") + "/metrics");
    }
    return urls;
  }

  /** Starts one more server like the others, for instance the new one of a deploy. */
  public ServerProcess startServer(String name, Address address)
      throws IOException, InterruptedException {
    ServerProcess server = launch(name, address);
    server.awaitReady(SERVER_START);
    return server;
  }

  /** Whether it was told to end. */
  boolean isClosed() {
    synchronized (started) {
      return closed;
    }
  }

  /** Kills a server that does not belong to the stack when the stack ends. */
  void killAtEnd(ServerProcess server) throws IOException {
    AutoCloseable kill = server::kill9;
    keep(kill);
  }

  /** Ends all of it, clients first, databases last. */
  @Override
  public void close() {
    synchronized (started) {
      closed = true;
      edge().ifPresent(EdgeProcess::close);
      servers.forEach(ServerProcess::terminate); // they finish their requests at the same time
      while (!started.isEmpty()) {
        stop(started.pop());
      }
    }
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /* What starts while somebody closes is closed at once. */
  private <T extends AutoCloseable> T keep(T part) throws IOException {
    synchronized (started) {
      if (closed) {
        stop(part);
        throw new IOException("stopped while it was starting");
      }
      started.push(part);
      return part;
    }
  }

  private void startDatabase() throws IOException, InterruptedException {
    steps.begin("PostgreSQL");
    String url = settings.environment().getOrDefault("DATABASE_URL", "");
    if (!url.isEmpty()) {
      database =
          new Database(
              url,
              settings.environment().getOrDefault("DATABASE_USER", ""),
              settings.environment().getOrDefault("DATABASE_PASSWORD", ""));
      steps.end(url + ", from DATABASE_URL");
      return;
    }
    PostgresProcess process = keep(PostgresProcess.start(data.postgres()));
    postgres = process;
    database = process.database();
    steps.end("on 127.0.0.1:" + process.port() + ", data in " + data.postgres());
  }

  private void startRedis() throws IOException, InterruptedException {
    steps.begin("Redis");
    redisUrl = settings.environment().getOrDefault("REDIS_URL", "");
    if (!redisUrl.isEmpty()) {
      steps.end(redisUrl + ", from REDIS_URL");
      return;
    }
    RedisProcess process = keep(RedisProcess.start(data.redis()));
    redis = process;
    redisUrl = process.url();
    steps.end("on 127.0.0.1:" + process.port());
  }

  private void startServers() throws IOException, InterruptedException {
    steps.begin("servers");
    for (int i = 0; i < settings.servers().size(); i++) {
      boolean isDoor = i == 0 && !settings.hasEdge();
      servers.add(launch("s" + (i + 1), isDoor ? settings.api() : settings.servers().get(i)));
    }
    for (ServerProcess server : servers) {
      server.awaitReady(SERVER_START);
    }
    steps.end(
        servers.stream()
            .map(server -> server.name() + " on " + server.url())
            .collect(Collectors.joining(", ")));
  }

  private ServerProcess launch(String name, Address address) throws IOException {
    return keep(
        ServerProcess.start(
            settings.serverJar(),
            name,
            address.port(),
            serverEnvironment(),
            StartupCache.of(data.cache(), settings.serverJar()).options(),
            data.log(name)));
  }

  /** What every server is told. */
  Map<String, String> serverEnvironment() throws IOException {
    Map<String, String> environment = new TreeMap<>(settings.environment());
    environment.put("DATABASE_URL", database.url());
    environment.put("DATABASE_USER", database.user());
    environment.put("DATABASE_PASSWORD", database.password());
    environment.put("REDIS_URL", redisUrl);
    // not escaped: Spring escapes it once more, and a space in the path would be lost
    environment.put("JWKS_URI", "file://" + Path.of(issuer.jwksUri()));
    environment.put("CURSOR_SECRET", PrivateFile.secret(data.keys().resolve("cursor.secret")));
    return environment;
  }

  private void startEdge() throws IOException, InterruptedException {
    if (!settings.hasEdge()) {
      return;
    }
    steps.begin("edge");
    EdgeProcess process =
        keep(
            EdgeProcess.start(
                settings.edgeConfiguration(), settings.api(), edgeEnvironment(), data.log("edge")));
    edge = process;
    steps.end("HAProxy on " + process.url() + ", TLS on " + settings.tls().url("https"));
  }

  private Map<String, String> edgeEnvironment() throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(settings.environment());
    environment.put("PAYMENTS_TLS_BIND", settings.tls().toString());
    environment.put("PAYMENTS_CERT", Certificate.in(data.keys()).toString());
    environment.put("METRICS_BIND", settings.metrics().toString());
    environment.put("EDGE_SOCKET", data.edgeSocket().toString());
    environment.put("EDGE_STATE", data.edgeState(settings.edgeFolder()).toString());
    for (int i = 0; i < settings.servers().size(); i++) {
      environment.put("SERVER" + (i + 1), settings.servers().get(i).toString());
    }
    return environment;
  }
}
