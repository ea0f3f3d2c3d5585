package dev.steadfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs on a data folder, kept in {@code run/state.json}.
 *
 * @param supervisor the process of {@code steadfast up}
 * @param ready whether it has started everything
 * @param api where clients call
 * @param tls the same with TLS; absent without an edge
 * @param servers the reference servers
 * @param parts every other process: {@code edge}, {@code postgres}, {@code redis}
 * @param database its address; absent until it runs
 * @param redis its URL; absent until it runs
 * @param metrics URLs that Prometheus can scrape
 */
record State(
    Running supervisor,
    boolean ready,
    String api,
    @Nullable String tls,
    List<Part> servers,
    List<Part> parts,
    @Nullable Database database,
    @Nullable String redis,
    List<String> metrics) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * One process.
   *
   * @param url where it listens
   */
  record Part(String name, String url, Running process) {}

  State {
    servers = List.copyOf(servers);
    parts = List.copyOf(parts);
    metrics = List.copyOf(metrics);
  }

  /** What was recorded last; empty when nothing was, or it cannot be read. */
  static Optional<State> read(DataFolder data) throws IOException {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), State.class));
    } catch (JacksonException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /** The recorded state while its supervisor lives. */
  static Optional<State> live(DataFolder data) throws IOException {
    return read(data).filter(state -> state.supervisor().isAlive());
  }

  /** Only its owner may read it: it holds the password of the database. */
  void write(DataFolder data) throws IOException {
    PrivateFile.write(file(data), JSON.writeValueAsString(this));
  }

  static void delete(DataFolder data) throws IOException {
    Files.deleteIfExists(file(data));
  }

  /** Every process but the supervisor. */
  Stream<Part> all() {
    return Stream.concat(servers.stream(), parts.stream());
  }

  private static Path file(DataFolder data) {
    return data.run().resolve("state.json");
  }
}
