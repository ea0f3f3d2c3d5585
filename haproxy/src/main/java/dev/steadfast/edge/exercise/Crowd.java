package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Many hostile clients at a time, from addresses that no customer has. */
final class Crowd implements AutoCloseable {

  private static final int FIRST_ADDRESS = 20;
  private static final int PER_ADDRESS = 150; // fewer than the edge allows one address

  private final Target target;
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  private Crowd(Target target) {
    this.target = target;
  }

  static Crowd of(Target target) {
    return new Crowd(target);
  }

  /** Opens connections on which nothing is sent; answers how many there are. */
  int idle(int count) {
    int opened = 0;
    for (int i = 0; i < count; i++) {
      opened += open() ? 1 : 0;
    }
    return opened;
  }

  /** Clients that send these texts, in turn, a byte a second. */
  void slow(int count, String... texts) {
    for (int i = 0; i < count; i++) {
      byte[] text = texts[i % texts.length].getBytes(ISO_8859_1);
      if (open()) {
        Socket socket = sockets.get(sockets.size() - 1);
        Thread thread = new Thread(() -> drip(socket, text), "slow-" + i);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
    }
  }

  private boolean open() {
    String address = "127.0.0." + (FIRST_ADDRESS + sockets.size() / PER_ADDRESS);
    try {
      sockets.add(new Hostile(target, address).open());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private void drip(Socket socket, byte[] text) {
    try {
      // what comes before the last part at once: headers that are complete wait for their body
      int start = Math.max(0, new String(text, ISO_8859_1).indexOf("\r\n\r\n") + 4);
      socket.getOutputStream().write(text, 0, start < 4 ? 40 : start);
      for (int i = start < 4 ? 40 : start; i < text.length && !closed; i++) {
        socket.getOutputStream().write(text[i]);
        Thread.sleep(1000);
      }
    } catch (IOException cutOff) {
      // as it should be
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    threads.forEach(Thread::interrupt);
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
