package dev.steadfast.proof.load;

import java.net.URI;

/** Where requests go: a server's address and port, without a path. */
public record Target(String host, int port) {

  /**
   * Of a URL such as {@code http://127.0.0.1:9001}.
   *
   * @throws IllegalArgumentException unless it is http with a port
   */
  public static Target of(String url) {
    URI uri = URI.create(url);
    if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
      throw new IllegalArgumentException("a target is http://HOST:PORT, got " + url);
    }
    return new Target(uri.getHost(), uri.getPort());
  }

  @Override
  public String toString() {
    return host + ':' + port;
  }
}
