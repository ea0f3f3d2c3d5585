package dev.steadfast.reference.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks Redis. Any reply is a sign of life, also that a password is wanted. */
final class RedisProbe implements Probe {
  private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DEFAULT_PORT = 6379;

  private final String host;
  private final int port;
  private final int millis;

  RedisProbe(URI url, Duration timeout) {
    this.host = url.getHost();
    this.port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    this.millis = Math.toIntExact(timeout.toMillis());
  }

  @Override
  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setSoTimeout(millis);
      socket.getOutputStream().write(PING);
      InputStream in = socket.getInputStream();
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {}
}
