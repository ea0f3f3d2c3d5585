package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to something on this machine that can be made slow or dead, while both ends live on. */
final class Pipe implements AutoCloseable {

  private static final byte[] HEALTH = "GET /health".getBytes(ISO_8859_1);

  private final ServerSocket door;
  private final InetSocketAddress target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Object thaw = new Object();
  private volatile long delayMillis;
  private volatile boolean frozen;

  private Pipe(ServerSocket door, InetSocketAddress target) {
    this.door = door;
    this.target = target;
  }

  /** Listens on a free port of the loopback address. */
  static Pipe to(int port) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Pipe pipe =
        new Pipe(new ServerSocket(0, 1024, loopback), new InetSocketAddress(loopback, port));
    Background.start("pipe", pipe::accept);
    return pipe;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Every request but a health check waits this long before it passes. */
  void slow(Duration delay) {
    delayMillis = delay.toMillis();
  }

  /** Nothing passes any more, in either direction; connections stay open. */
  void freeze() {
    frozen = true;
  }

  /** What was held back passes. */
  void thaw() {
    frozen = false;
    synchronized (thaw) {
      thaw.notifyAll();
    }
  }

  private void accept() throws IOException, InterruptedException {
    while (!door.isClosed()) {
      Socket client = keep(door.accept());
      Background.start("pipe-open", () -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException, InterruptedException {
    awaitThaw();
    Socket server = keep(new Socket());
    server.connect(target);
    Background.start("pipe-back", () -> copy(server, client, false));
    copy(client, server, true);
  }

  private void copy(Socket from, Socket to, boolean isRequest)
      throws IOException, InterruptedException {
    byte[] part = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        if (isRequest && delayMillis > 0 && !isHealthCheck(part, count)) {
          Thread.sleep(delayMillis);
        }
        awaitThaw();
        out.write(part, 0, count);
      }
    } finally {
      awaitThaw();
      forget(from);
      forget(to);
    }
  }

  private static boolean isHealthCheck(byte[] part, int count) {
    for (int i = 0; i < HEALTH.length; i++) {
      if (i >= count || part[i] != HEALTH[i]) {
        return false;
      }
    }
    return true;
  }

  private void awaitThaw() throws InterruptedException {
    synchronized (thaw) {
      while (frozen && !door.isClosed()) {
        thaw.wait();
      }
    }
  }

  private Socket keep(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  private void forget(Socket socket) throws IOException {
    sockets.remove(socket);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    door.close();
    thaw();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
