package dev.steadfast.edge;

import dev.steadfast.local.Address;
import dev.steadfast.local.EdgeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped configuration in front of two fake servers, on free ports. */
final class TestEdge implements AutoCloseable {

  private final Path folder;
  private final FakeServer s1 = new FakeServer("s1");
  private final FakeServer s2 = new FakeServer("s2");
  private final Address metrics = Address.free();
  private final EdgeProcess process;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Starts it.
   *
   * @param folder takes its socket, log and state; its path is short
   */
  TestEdge(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
    this.folder = folder;
    Path state = Files.createDirectories(folder.resolve("state"));
    try (Stream<Path> shipped = Files.list(Checkout.EDGE.resolve("state"))) {
      for (Path file : shipped.toList()) {
        Files.copy(file, state.resolve(file.getFileName()));
      }
    }
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "EDGE_STATE", state.toString(),
                "EDGE_SOCKET", socket().toString(),
                "METRICS_BIND", metrics.toString(),
                "EDGE_IP_REQUESTS", "1000000",
                "SERVER1", s1.address().toString(),
                "SERVER2", s2.address().toString()));
    all.putAll(environment);
    process = EdgeProcess.start(Checkout.CONFIGURATION, Address.free(), all, log());
  }

  Path socket() {
    return folder.resolve("edge.sock");
  }

  Path state(String file) {
    return folder.resolve("state").resolve(file);
  }

  /** HAProxy's output: one line of JSON a request, among what it says about itself. */
  Path log() {
    return folder.resolve("edge.log");
  }

  EdgeProcess process() {
    return process;
  }

  Address metrics() {
    return metrics;
  }

  FakeServer s1() {
    return s1;
  }

  FakeServer s2() {
    return s2;
  }

  Edge api() throws EdgeException {
    return Edge.at(socket());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(process.url() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends so many requests; answers how many s1 got, the rest was s2's. */
  int sharedToS1(int requests) throws IOException, InterruptedException {
    int toS1 = 0;
    for (int i = 0; i < requests; i++) {
      toS1 += send(request("/v2/payments")).body().equals("s1") ? 1 : 0;
    }
    return toS1;
  }

  @Override
  public void close() {
    process.close();
    s1.close();
    s2.close();
  }
}
