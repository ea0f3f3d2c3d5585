package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a request leaves behind. */
class AccessLogTest {

  @Test
  void request_withSecretsInIt_leavesOneLineOfJsonWithoutThem(@TempDir Path folder)
      throws Exception {
    try (TestEdge edge = new TestEdge(folder, Map.of())) {
      edge.send(
          edge.request("/v1/payments/%22quoted%22?cursor=secret-cursor")
              .header("X-Request-Id", "req-7c9f3a1e")
              .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
              .header("Authorization", "Bearer secret-token")
              .header("Idempotency-Key", "secret-key-0815"));
      JsonNode line = new JsonMapper().readTree(accessLog(edge).get(0));
      assertThat(line.propertyNames())
          .containsExactly(
              "time",
              "request_id",
              "trace_id",
              "client",
              "tls",
              "method",
              "path",
              "version",
              "keyed",
              "canary",
              "status",
              "bytes",
              "server",
              "retries",
              "queue_ms",
              "connect_ms",
              "server_ms",
              "total_ms",
              "end");
      assertThat(line.get("request_id").stringValue()).isEqualTo("req-7c9f3a1e");
      assertThat(line.get("trace_id").stringValue()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
      assertThat(line.get("path").stringValue()).isEqualTo("/v1/payments/%22quoted%22");
      assertThat(line.get("version").stringValue()).isEqualTo("v1");
      assertThat(line.get("keyed").booleanValue()).isTrue();
      assertThat(line.get("status").intValue()).isEqualTo(200);
      assertThat(Files.readString(edge.log())).doesNotContain("secret");
    }
  }

  private static List<String> accessLog(TestEdge edge) throws IOException, EdgeException {
    EdgePart.becomes(
        Duration.ofSeconds(5),
        () -> {
          try {
            return Files.readString(edge.log()).contains("\"request_id\"");
          } catch (IOException e) {
            throw new EdgeException("cannot read the log", e);
          }
        });
    List<String> lines =
        Files.readAllLines(edge.log()).stream()
            .filter(line -> line.contains("\"request_id\":\"req-"))
            .toList();
    assertThat(lines).hasSize(1);
    return lines;
  }
}
