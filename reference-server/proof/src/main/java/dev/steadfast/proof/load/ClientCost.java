package dev.steadfast.proof.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
  private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
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
    ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    System.out.println(server.getLocalPort());
    Thread accepting =
        new Thread(
            () -> {
              while (true) {
                try {
                  Socket socket = server.accept();
                  new Thread(() -> answer(socket)).start();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    accepting.start();
    Thread.sleep(Duration.ofMinutes(5).toMillis());
    System.exit(0);
  }

  /* One answer for each end of a head; no request here has a body. */
  private static void answer(Socket socket) {
    byte[] whole =
        ("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + "x".repeat(400)).getBytes(US_ASCII);
    byte[] buffer = new byte[8192];
    try (socket) {
      int matched = 0;
      for (int count = socket.getInputStream().read(buffer);
          count >= 0;
          count = socket.getInputStream().read(buffer)) {
        for (int i = 0; i < count; i++) {
          matched = buffer[i] == END[matched] ? matched + 1 : buffer[i] == END[0] ? 1 : 0;
          if (matched == END.length) {
            matched = 0;
            socket.getOutputStream().write(whole);
          }
        }
      }
    } catch (IOException e) {
      // the client is gone, and with it the need to answer
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double micros(Work work) throws Exception {
    long before = cpu();
    work.run();
    return (cpu() - before) / 1000.0 / REQUESTS;
  }

  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
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
