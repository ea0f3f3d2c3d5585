package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * A client that sends whatever bytes it likes.
 *
 * @param address of the loopback network, where it comes from
 */
record Hostile(Target target, String address) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A connection on which nothing has been sent. */
  Socket open() throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
      socket.connect(
          new InetSocketAddress(target.host(), target.port()),
          Math.toIntExact(PATIENCE.toMillis()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The status of the answer; {@code closed} without one. */
  String send(byte[] message) {
    try (Socket socket = open()) {
      try {
        socket.getOutputStream().write(message);
      } catch (IOException refusedBeforeTheEnd) {
        // the answer may be there all the same
      }
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return start.length < 12 ? "closed" : new String(start, 9, 3, ISO_8859_1);
    } catch (IOException e) {
      return "closed";
    }
  }
}
