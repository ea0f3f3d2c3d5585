package dev.steadfast.edge.exercise;

import dev.steadfast.proof.load.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the edge wrote of each request. */
final class EdgeLog {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * One request.
   *
   * @param server that answered it; {@code <NOSRV>} when none did
   * @param retries tries after the first
   * @param millis from its first byte to the end of its answer
   */
  record Line(String server, int status, int retries, long millis) {}

  private EdgeLog() {}

  /** The requests of customers, in the order in which they ended. */
  static List<Line> read(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.map(EdgeLog::line).filter(Objects::nonNull).toList();
    }
  }

  private static @Nullable Line line(String text) {
    if (!text.startsWith("{\"time\"") || !text.contains("\"total_ms\"")) {
      return null; // a line about a server, or about a connection without a request
    }
    try {
      JsonNode request = JSON.readTree(text);
      return new Line(
          request.path("server").asString(),
          request.path("status").asInt(),
          Integer.parseInt(request.path("retries").asString("0").replace("+", "")),
          request.path("total_ms").asLong());
    } catch (JacksonException | NumberFormatException cutOff) {
      return null; // the last line, while it is being written
    }
  }

  /** Latency by server. */
  static Map<String, Latency> byServer(List<Line> lines) {
    Map<String, Latency> all = new TreeMap<>();
    for (String server : lines.stream().map(Line::server).distinct().toList()) {
      all.put(
          server,
          Latency.of(
              lines.stream()
                  .filter(line -> line.server().equals(server))
                  .mapToLong(line -> line.millis() * 1_000_000)));
    }
    return all;
  }
}
