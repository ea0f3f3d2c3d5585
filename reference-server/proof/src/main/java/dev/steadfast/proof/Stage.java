package dev.steadfast.proof;

import dev.steadfast.local.Issuer;
import dev.steadfast.local.Ports;
import dev.steadfast.local.PostgresProcess;
import dev.steadfast.local.RedisProcess;
import dev.steadfast.local.ServerProcess;
import dev.steadfast.local.StartupCache;
import dev.steadfast.proof.contract.Api;
import dev.steadfast.proof.load.Load;
import dev.steadfast.proof.load.Plan;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Two servers with their PostgreSQL and Redis, all real processes of their own, on loopback. */
public final class Stage implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final Path root;
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final PostgresProcess postgres;
  private final RedisProcess redis;
  private final Issuer issuer;
  private final List<ServerProcess> servers = new ArrayList<>();
  private final Random names = new SecureRandom();

  private Stage(
      Path root, Path folder, PostgresProcess postgres, RedisProcess redis, Issuer issuer) {
    this.root = root;
    this.folder = folder;
    this.postgres = postgres;
    this.redis = redis;
    this.issuer = issuer;
    connect();
  }

  /**
   * Starts all of it and waits until the servers are ready.
   *
   * @param root the checkout; its server must have been packaged
   * @param folder receives data and logs
   */
  public static Stage start(Path root, Path folder) throws IOException, InterruptedException {
    PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgres"));
    RedisProcess redis = RedisProcess.start(folder.resolve("redis"));
    Stage stage = new Stage(root, folder, postgres, redis, Issuer.open(folder.resolve("keys")));
    try {
      byte[] secret = new byte[32];
      new SecureRandom().nextBytes(secret);
      stage.environment.put("CURSOR_SECRET", Base64.getEncoder().encodeToString(secret));
      stage.startupCache().train(stage::trained, stage::use);
      for (String name : List.of("s1", "s2")) {
        stage.servers.add(stage.server(name, Map.of()));
      }
      for (ServerProcess server : stage.servers) {
        server.awaitReady(START);
      }
      return stage;
    } catch (IOException | InterruptedException | RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  /**
   * Another server beside the two, not yet ready; the caller ends it.
   *
   * @param more environment that the two do not have
   */
  public ServerProcess server(String name, Map<String, String> more) throws IOException {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(more);
    Path log = folder.resolve(name + ".log");
    List<String> cached = startupCache().options();
    return ServerProcess.start(jar(), name, Ports.free(), all, cached, log);
  }

  /* Servers start often here; each start without it costs about 10 s of CPU. */
  private StartupCache startupCache() throws IOException {
    return StartupCache.of(jar().resolveSibling("startup"), jar());
  }

  private ServerProcess trained(List<String> options) throws IOException {
    Path log = folder.resolve("training.log");
    return ServerProcess.start(jar(), "training", Ports.free(), environment, options, log);
  }

  private void use(ServerProcess server) throws IOException, InterruptedException {
    try {
      warm(List.of(Target.of(server.url())), Duration.ofSeconds(6));
    } catch (SQLException e) {
      throw new IOException("no merchants to train with", e);
    }
  }

  /** Lets both servers answer for a while, so that what is measured next is not their start. */
  public void warm(Duration time) throws InterruptedException, SQLException {
    warm(targets(), time);
  }

  private void warm(List<Target> targets, Duration time) throws InterruptedException, SQLException {
    List<Merchant> merchants = merchants(20, "premium");
    String prefix = "warm-" + System.nanoTime() + '-';
    Load.run(Plan.of(targets, 50, time), i -> Traffic.mixed(merchants, prefix, i));
  }

  /**
   * An application of this module on the libraries of the packaged server, not yet ready; the
   * caller ends it.
   *
   * @param main its class
   */
  public ServerProcess application(String name, String main, Map<String, String> more)
      throws IOException {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(more);
    List<Path> libraries =
        List.of(jar().resolveSibling("lib"), root.resolve("reference-server/proof/target/parts"));
    Path jar = Launch.jar(folder.resolve(name + ".jar"), main, libraries);
    Path log = folder.resolve(name + ".log");
    return ServerProcess.start(jar, name, Ports.free(), all, List.of(), log);
  }

  private void connect() {
    environment.put("DATABASE_URL", postgres.jdbcUrl());
    environment.put("DATABASE_USER", postgres.user());
    environment.put("DATABASE_PASSWORD", postgres.password());
    environment.put("REDIS_URL", redis.url());
    environment.put("JWKS_URI", issuer.jwksUri().toString());
  }

  /** The checkout. */
  public Path root() {
    return root;
  }

  /** Both versions, as their specifications say: v1, v2. */
  public List<Api> apis() {
    return List.of(api(Dialect.V1), api(Dialect.V2));
  }

  /** A version, as its specification says. */
  public Api api(Dialect dialect) {
    String version = dialect.base().substring(1);
    return Api.read(version, root.resolve("api-spec/payments-" + version + ".yaml"));
  }

  /** The server that is being proved. */
  public Path jar() throws IOException {
    Path jar = root.resolve("reference-server/server/target/reference-server.jar");
    if (!Files.exists(jar)) {
      throw new IOException(
          jar + " does not exist: ./mvnw -q -DskipTests -pl reference-server/server -am package");
    }
    return jar;
  }

  public PostgresProcess postgres() {
    return postgres;
  }

  public RedisProcess redis() {
    return redis;
  }

  public Issuer issuer() {
    return issuer;
  }

  public List<ServerProcess> servers() {
    return List.copyOf(servers);
  }

  /** Receives data and logs. */
  public Path folder() {
    return folder;
  }

  /** Where the servers listen. */
  public List<Target> targets() {
    return servers.stream().map(server -> Target.of(server.url())).toList();
  }

  /** Starts what is not running and waits until both servers are ready. */
  public void restore() throws IOException, InterruptedException {
    if (!postgres.isAlive()) {
      postgres.restart();
    }
    if (!redis.isAlive()) {
      redis.restart();
    }
    for (ServerProcess server : servers) {
      if (!server.isAlive()) {
        server.restart();
      }
    }
    for (ServerProcess server : servers) {
      server.awaitReady(START);
    }
  }

  /** A new merchant, put into the database. */
  public Merchant merchant(String tier) throws SQLException {
    return merchants(1, tier).get(0);
  }

  /** New merchants, put into the database. */
  public List<Merchant> merchants(int count, String tier) throws SQLException {
    List<Merchant> merchants = new ArrayList<>();
    try (Connection connection = postgres.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO merchant (id, name, email, country, default_currency, status, tier,"
                    + " version, created_at, updated_at)"
                    + " VALUES (?, 'Proof', ?, 'DE', 'EUR', 'active', ?, 1, now(), now())")) {
      for (int i = 0; i < count; i++) {
        String id = id("mer");
        insert.setString(1, id);
        insert.setString(2, id + "@example.com");
        insert.setString(3, tier);
        insert.addBatch();
        merchants.add(
            new Merchant(
                id, tier, issuer.token(id, tier, Issuer.MERCHANT_SCOPES.toArray(String[]::new))));
      }
      insert.executeBatch();
    }
    return merchants;
  }

  /** A new id of this kind: {@code pay}, {@code ref}, {@code mer}. */
  public String id(String kind) {
    StringBuilder id = new StringBuilder(kind).append("_01");
    while (id.length() < kind.length() + 27) {
      id.append(ALPHABET.charAt(names.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  @Override
  public void close() {
    servers.forEach(ServerProcess::terminate); // they finish at the same time
    servers.forEach(ServerProcess::close);
    redis.close();
    postgres.close();
  }
}
