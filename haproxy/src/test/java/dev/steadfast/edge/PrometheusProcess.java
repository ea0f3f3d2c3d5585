package dev.steadfast.edge;

import dev.steadfast.local.Address;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the shipped configuration, but with other targets and in a hurry. */
final class PrometheusProcess implements AutoCloseable {

  private static final Path SHIPPED = Checkout.EDGE.resolve("prometheus");

  private final Process process;
  private final Address address = Address.free();
  private final HttpClient client = HttpClient.newHttpClient();

  PrometheusProcess(Path folder, Address edge, Address s1, Address s2) throws IOException {
    Path configuration = folder.resolve("prometheus.yml");
    Files.writeString(
        configuration,
        Files.readString(SHIPPED.resolve("prometheus.yml"))
            .replace("127.0.0.1:8404", edge.toString())
            .replace("127.0.0.1:9001", s1.toString())
            .replace("127.0.0.1:9002", s2.toString())
            .replace("- rules.yml", "- " + SHIPPED.resolve("rules.yml"))
            .replaceAll("_interval: \\d+s", "_interval: 1s"));
    process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
  }

  /** The values that a query has now, without those that are not numbers. */
  List<Double> query(String expression) throws IOException, InterruptedException {
    String url =
        "http://"
            + address
            + "/api/v1/query?query="
            + URLEncoder.encode(expression, StandardCharsets.UTF_8);
    String answer =
        client
            .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
            .body();
    List<Double> values = new ArrayList<>();
    for (JsonNode series : new JsonMapper().readTree(answer).path("data").path("result")) {
      double value = Double.parseDouble(series.get("value").get(1).stringValue());
      if (!Double.isNaN(value)) {
        values.add(value);
      }
    }
    return values;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
