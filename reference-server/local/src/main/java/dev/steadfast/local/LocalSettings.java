package dev.steadfast.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to start on this machine, and where.
 *
 * @param checkout the root of the repository: the edge's configuration is read there
 * @param data all that is kept goes there
 * @param serverJar the runnable jar of the reference server
 * @param api where clients call; through the edge, or the first server when there is none
 * @param tls the same with TLS; only the edge serves it
 * @param metrics where the edge's metrics are
 * @param servers one server for each; without an edge the first one is at {@code api} instead
 * @param edge what to do about HAProxy
 * @param environment may name a {@code DATABASE_URL} and a {@code REDIS_URL} to use; all of it goes
 *     to every process
 */
public record LocalSettings(
    Path checkout,
    Path data,
    Path serverJar,
    Address api,
    Address tls,
    Address metrics,
    List<Address> servers,
    Edge edge,
    Map<String, String> environment) {

  /** What to do about HAProxy. */
  public enum Edge {
    /** Start it when it is there. */
    IF_PRESENT,
    /** Clients call the servers. */
    NONE
  }

  public LocalSettings {
    data = data.toAbsolutePath().normalize();
    servers = List.copyOf(servers);
    environment = Map.copyOf(environment);
  }

  /** Whether HAProxy will be started: it is wanted, configured and installed. */
  boolean hasEdge() {
    return edge == Edge.IF_PRESENT
        && Files.exists(edgeConfiguration())
        && EdgeProcess.program().isPresent();
  }

  /** The edge's configuration in the checkout. */
  Path edgeConfiguration() {
    return edgeFolder().resolve("haproxy.cfg");
  }

  /** The folder of that configuration. */
  Path edgeFolder() {
    return checkout.resolve("haproxy");
  }

  /** So many servers behind the edge, on free ports, with databases of their own. */
  public static LocalSettings onFreePorts(
      Path checkout, Path data, Path serverJar, int servers, Edge edge) {
    return new LocalSettings(
        checkout,
        data,
        serverJar,
        Address.free(),
        Address.free(),
        Address.free(),
        Stream.generate(Address::free).limit(servers).toList(),
        edge,
        Map.of());
  }
}
