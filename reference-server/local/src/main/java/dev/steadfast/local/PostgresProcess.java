package dev.steadfast.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL 17 of our own on a folder of data, on the loopback address, as durable as in
 * production: {@code fsync} is on, so what was committed survives {@link #kill9}.
 */
public final class PostgresProcess implements AutoCloseable {

  private static final String USER = "payments";
  private static final String DATABASE = "payments";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private final String password;
  private final PlainUser user;
  private Child child;

  private PostgresProcess(Path folder, int port, String password, PlainUser user, Child child) {
    this.folder = folder;
    this.port = port;
    this.password = password;
    this.user = user;
    this.child = child;
  }

  /** Starts it on a free port; see {@link #start(Path, int)}. */
  public static PostgresProcess start(Path folder) throws IOException, InterruptedException {
    return start(folder, Ports.free());
  }

  /**
   * Starts it and waits until it answers. A new folder is given a database and a password of its
   * own.
   *
   * @param folder receives {@code data/}, {@code password} and {@code postgres.log}
   * @throws IOException when it does not start; the message ends with its log
   */
  public static PostgresProcess start(Path folder, int port)
      throws IOException, InterruptedException {
    Path home = folder.toAbsolutePath();
    Files.createDirectories(home);
    PlainUser user = PlainUser.find();
    Path secret = home.resolve("password");
    if (!Files.exists(secret)) {
      PrivateFile.writeSecret(secret);
    }
    if (!Files.exists(home.resolve("data/PG_VERSION"))) {
      initialise(home, secret, user);
    }
    String password = Files.readString(secret).strip();
    PostgresProcess postgres =
        new PostgresProcess(home, port, password, user, run(home, port, user));
    try {
      postgres.awaitReady();
      postgres.createDatabase();
    } catch (IOException | InterruptedException | RuntimeException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  /** {@code jdbc:postgresql://127.0.0.1:PORT/payments}. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  /** Owner of the database, and superuser. */
  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return child.pid();
  }

  public boolean isAlive() {
    return child.isAlive();
  }

  /** The same three together. */
  public Database database() {
    return new Database(jdbcUrl(), USER, password);
  }

  /** A new connection to the database. */
  public Connection connect() throws SQLException {
    return database().connect();
  }

  /** Kills all its processes at once (SIGKILL); nothing is written any more. */
  public void kill9() {
    child.kill9();
  }

  /** Stops every process of it (SIGSTOP): connections stay open and nothing answers. */
  public void hang() {
    child.signalAll("STOP");
  }

  /** Ends {@link #hang}. */
  public void resume() {
    child.signalAll("CONT");
  }

  /** Starts it again on the same folder and port, after stopping it if it runs. */
  public void restart() throws IOException, InterruptedException {
    close();
    child = run(folder, port, user);
    awaitReady();
  }

  /** Stops it: open transactions are rolled back, all that was committed is on disk. */
  @Override
  public void close() {
    child.signalAll("CONT");
    child.stop(STOP);
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static void initialise(Path home, Path secret, PlainUser user)
      throws IOException, InterruptedException {
    Path data = Files.createDirectories(home.resolve("data"));
    user.own(data);
    user.own(secret);
    Path log = home.resolve("initdb.log");
    Process process =
        new ProcessBuilder(
                user.running(
                    List.of(
                        program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(
          "PostgreSQL could not make its folder " + data + ":\n" + Files.readString(log));
    }
  }

  private static Child run(Path home, int port, PlainUser user) throws IOException {
    Path data = home.resolve("data");
    dropStaleLock(data.resolve("postmaster.pid"));
    List<String> command =
        List.of(
            program("postgres"),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=", // a path of more than 107 bytes would stop it
            "-c",
            "max_connections=200",
            "-c",
            "shared_buffers=256MB",
            "-c",
            "max_wal_size=2GB", // seeding a million rows is not one checkpoint after the other
            "-c",
            "timezone=UTC",
            "-c",
            "log_timezone=UTC");
    return Child.start(
        "PostgreSQL", user.running(command), Map.of(), home.resolve("postgres.log"), "INT");
  }

  /*
   * After a crash PostgreSQL believes any process with the old pid to be itself, and does not
   * start. The folder on the command line, line 2 of the file, tells it from another process.
   */
  private static void dropStaleLock(Path lock) throws IOException {
    if (!Files.exists(lock)) {
      return;
    }
    List<String> lines = Files.readAllLines(lock, StandardCharsets.ISO_8859_1);
    boolean runs =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .map(ProcessHandle::info)
            .flatMap(ProcessHandle.Info::commandLine)
            .map(command -> command.contains(lines.get(1)))
            .orElse(false);
    if (runs) {
      throw new IOException(
          "another PostgreSQL (process " + lines.get(0) + ") runs on " + lines.get(1));
    }
    Files.delete(lock);
  }

  private void awaitReady() throws IOException, InterruptedException {
    Await.ready(child, START, () -> isTrue("SELECT NOT pg_is_in_recovery()"));
  }

  private boolean isTrue(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private void createDatabase() throws IOException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
        Statement statement = connection.createStatement()) {
      if (!isTrue("SELECT count(*) > 0 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException e) {
      throw new IOException("PostgreSQL could not create its database", e);
    }
  }

  private static String program(String name) throws IOException {
    return Programs.postgres().resolve("bin").resolve(name).toString();
  }
}
