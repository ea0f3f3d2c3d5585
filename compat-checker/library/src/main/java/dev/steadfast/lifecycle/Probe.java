package dev.steadfast.lifecycle;

import java.util.List;

/**
 * A request that shows how an operation is answered.
 *
 * @param version its name
 * @param operation {@code GET /payments}, as the specification writes it
 * @param path what to request: base path and path, holes filled
 * @param notices what every answer must say
 * @param windows in which it is answered with 410, beside the time after the sunset
 */
public record Probe(
    String version, String operation, String path, Notices notices, List<Window> windows) {

  public Probe {
    windows = List.copyOf(windows);
  }
}
