package dev.steadfast.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Redis 7 of our own on the loopback address; its data is in a folder and survives a restart. */
public final class RedisProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int ANSWER_MILLIS = 2_000;

  private final Path folder;
  private final int port;
  private Child child;

  private RedisProcess(Path folder, int port, Child child) {
    this.folder = folder;
    this.port = port;
    this.child = child;
  }

  /** Starts it on a free port; see {@link #start(Path, int)}. */
  public static RedisProcess start(Path folder) throws IOException, InterruptedException {
    return start(folder, Ports.free());
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param folder receives its data and {@code redis.log}
   * @throws IOException when it does not start; the message ends with its log
   */
  public static RedisProcess start(Path folder, int port) throws IOException, InterruptedException {
    Path home = folder.toAbsolutePath();
    Files.createDirectories(home);
    RedisProcess redis = new RedisProcess(home, port, run(home, port));
    try {
      redis.awaitReady();
    } catch (IOException | InterruptedException | RuntimeException e) {
      redis.close();
      throw e;
    }
    return redis;
  }

  /** {@code redis://127.0.0.1:PORT}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
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

  /** Kills it (SIGKILL). */
  public void kill9() {
    child.kill9();
  }

  /** Stops it (SIGSTOP): connections stay open and nothing answers. */
  public void hang() {
    child.signal("STOP");
  }

  /** Ends {@link #hang}. */
  public void resume() {
    child.signal("CONT");
  }

  /** Starts it again on the same folder and port, after stopping it if it runs. */
  public void restart() throws IOException, InterruptedException {
    close();
    child = run(folder, port);
    awaitReady();
  }

  /** Deletes all that it holds. */
  public void flush() throws IOException {
    String answer = ask("FLUSHALL");
    if (!answer.equals("+OK")) {
      throw new IOException("Redis answered FLUSHALL with " + answer);
    }
  }

  @Override
  public void close() {
    child.stop(STOP);
  }

  private static Child run(Path home, int port) throws IOException {
    List<String> command =
        List.of(
            Programs.redis().toString(),
            "--port",
            Integer.toString(port),
            "--bind",
            "127.0.0.1",
            "--dir",
            home.toString(),
            "--save",
            "", // the append-only file below is enough
            "--appendonly",
            "yes");
    return Child.start("Redis", command, Map.of(), home.resolve("redis.log"), "TERM");
  }

  private void awaitReady() throws IOException, InterruptedException {
    Await.ready(child, START, () -> ask("PING").equals("+PONG"));
  }

  /* An inline command of the Redis protocol; one line answers it. */
  private String ask(String command) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return String.valueOf(reader.readLine());
    }
  }
}
