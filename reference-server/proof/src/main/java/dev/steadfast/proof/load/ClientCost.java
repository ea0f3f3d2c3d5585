package dev.steadfast.proof.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What a request costs the client in CPU: by {@link RetryingClient}, and by java.net.http. The
 * server is a process of its own. It is why the load generator speaks HTTP/1.1 itself.
 */
public final class ClientCost {

  private static final int REQUESTS = 40_000;
  private static final int CLIENTS = 16;
  private static final byte[] BODY = "x".repeat(400).getBytes(StandardCharsets.UTF_8);
  private static final String SERVE = "serve";

  private ClientCost() {}

  /** Prints microseconds of CPU per request for each client; the second round is warm. */
  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains(SERVE)) {
      serve();
      return;
    }
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                ClientCost.class.getName(),
                SERVE)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = server.inputReader(StandardCharsets.UTF_8)) {
      Target target = new Target("127.0.0.1", Integer.parseInt(lines.readLine()));
      for (int round = 0; round < 3; round++) {
        System.out.printf(
            Locale.ROOT,
            "sockets %.1f µs, java.net.http %.1f µs%n",
            micros(() -> sockets(target)),
            micros(() -> library(target)));
      }
    } finally {
      server.destroy();
    }
  }

  /** Answers every request with 400 bytes until its starter ends it, five minutes at most. */
  private static void serve() throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(CLIENTS));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, BODY.length);
          exchange.getResponseBody().write(BODY);
          exchange.close();
        });
    server.start();
    System.out.println(server.getAddress().getPort());
    Thread.sleep(Duration.ofMinutes(5).toMillis());
    System.exit(0);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double micros(Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - before) / 1000.0 / REQUESTS;
  }

  private static void sockets(Target target) {
    Plan plan = new Plan(List.of(target), REQUESTS, Duration.ofSeconds(1), CLIENTS, Patience.NONE);
    Load.run(plan, i -> new Intent("get", Request.get("/payments")));
  }

  private static void library(Target target) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + target + "/payments")).build();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> all =
          IntStream.range(0, CLIENTS)
              .<Future<?>>mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            for (int i = 0; i < REQUESTS / CLIENTS; i++) {
                              client.send(request, HttpResponse.BodyHandlers.ofString());
                            }
                            return null;
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
