package dev.steadfast.starter.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between a server and PostgreSQL, and cuts one connection around its next COMMIT. */
final class CuttingProxy implements AutoCloseable {

  enum Cut {
    /** PostgreSQL never sees the COMMIT. */
    BEFORE,
    /** PostgreSQL commits, and its word does not arrive. */
    AFTER
  }

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

  CuttingProxy(int target) throws IOException {
    this.target = target;
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void cutNext(Cut cut) {
    next.set(cut);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      start(() -> forward(client, server, true));
      start(() -> forward(server, client, false));
    }
  }

  private void forward(Socket from, Socket to, boolean isQuestion) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        Cut cut = isQuestion && text.contains("COMMIT") ? next.getAndSet(null) : null;
        if (cut == Cut.BEFORE) {
          return;
        }
        if (cut == Cut.AFTER) {
          // its answer must not get through, and the question must
          from.close();
        }
        out.write(buffer, 0, n);
        if (cut == Cut.AFTER) {
          Thread.sleep(200);
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // one side has closed: so does the other
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
