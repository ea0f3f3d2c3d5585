package dev.steadfast.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Makes the startup cache while the machine serves already, by one more server that nobody calls.
 * It is killed when everything ends before it is done.
 */
final class StartupTraining {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private StartupTraining() {}

  /** Returns at once; does nothing when the cache exists. */
  static void start(LocalStack stack, DataFolder data, Path jar) throws IOException {
    StartupCache cache = StartupCache.of(data.cache(), jar);
    Thread thread = new Thread(() -> train(stack, data, jar, cache), "startup cache");
    thread.setDaemon(true);
    thread.start();
  }

  private static void train(LocalStack stack, DataFolder data, Path jar, StartupCache cache) {
    try {
      cache.train(options -> server(stack, data, jar, options), server -> read(server, stack));
    } catch (IOException noCache) {
      // the next start is as slow as this one, and tries again; the log says why
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ServerProcess server(
      LocalStack stack, DataFolder data, Path jar, List<String> options) throws IOException {
    ServerProcess server =
        ServerProcess.start(
            jar,
            "training",
            Ports.free(),
            stack.serverEnvironment(),
            options,
            data.log("training"));
    stack.killAtEnd(server);
    return server;
  }

  /* Reads only: a training that pays would be seen in the demo merchant's lists. */
  private static void read(ServerProcess server, LocalStack stack)
      throws IOException, InterruptedException {
    String token =
        stack.issuer().token(DemoMerchant.ID, "premium", "payments:read", "transactions:read");
    HttpClient client = HttpClient.newHttpClient();
    for (String path :
        List.of("/v2/payments", "/v1/payments", "/v2/transactions", "/metrics", "/docs")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.url() + path))
              .header("Authorization", "Bearer " + token)
              .timeout(PATIENCE)
              .build();
      client.send(request, BodyHandlers.discarding());
    }
  }
}
