package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server that does nothing, and takes a fixed time for it: what algorithms and proxies are
 * compared on. It reads requests without a body.
 */
final class TinyBackend implements AutoCloseable {

  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"
              + "{\"items\":[]}")
          .getBytes(ISO_8859_1);

  private final ServerSocket door;
  private final long millis;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicLong requests = new AtomicLong();

  private TinyBackend(ServerSocket door, long millis) {
    this.door = door;
    this.millis = millis;
  }

  /** Listens on a free port; health checks are answered at once. */
  static TinyBackend taking(Duration time) throws IOException {
    TinyBackend backend =
        new TinyBackend(
            new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), time.toMillis());
    Background.start("backend", backend::accept);
    return backend;
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      client.setTcpNoDelay(true);
      sockets.add(client);
      Background.start("backend", () -> answer(client));
    }
  }

  private void answer(Socket client) throws IOException, InterruptedException {
    try (client;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      for (String start = in.readLine(); start != null; start = in.readLine()) {
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          // headers say nothing that matters here
        }
        if (!start.startsWith("GET /health")) {
          requests.incrementAndGet();
          Thread.sleep(millis);
        }
        client.getOutputStream().write(ANSWER);
      }
    } finally {
      sockets.remove(client);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Requests so far, health checks apart. */
  long requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
