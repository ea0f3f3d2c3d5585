package dev.steadfast.compat;

import java.util.Locale;

/** Who is hurt by a change. */
public enum Hurt {
  /** A deployed client: its request is refused, or it misreads a response. */
  CLIENT_RUNTIME,
  /** The source of a client that is generated again. */
  SDK_COMPILE,
  /** The server that implements the contract. */
  SERVER;

  /** As every report writes it: {@code client-runtime}, {@code sdk-compile}, {@code server}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
