package dev.steadfast.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a program listens.
 *
 * @param host an IPv4 address or a name; {@code *} and {@code 0.0.0.0} are every address
 * @param port 1 to 65535
 */
public record Address(String host, int port) {

  private static final Pattern FORM = Pattern.compile("([^:\\s]*):(\\d{1,5})");
  private static final int LARGEST = 65_535;

  public Address {
    if (port < 1 || port > LARGEST) {
      throw new IllegalArgumentException("a port is 1 to " + LARGEST + ", got " + port);
    }
  }

  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException when it is not that
   */
  static Address parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not HOST:PORT");
    }
    return new Address(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  /** A free port of the loopback address. */
  public static Address free() {
    return new Address("127.0.0.1", Ports.free());
  }

  /** The URL under which this machine reaches it. */
  String url(String scheme) {
    boolean every = host.isEmpty() || host.equals("*") || host.equals("0.0.0.0");
    return scheme + "://" + (every ? "127.0.0.1" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
