package dev.steadfast.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;

/**
 * What the JVM keeps of a first start to make later ones faster: an AOT cache (JEP 514) from JDK 25
 * on, class data before (JEP 350). It fits one jar and one JDK; the JVM ignores one that does not.
 */
final class StartupCache {

  private static final int FIRST_WITH_AOT = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private StartupCache() {}

  /** Options of a server that uses the cache, none when there is no cache yet. */
  static List<String> options(Path folder, Path jar) throws IOException {
    Path file = file(folder, jar);
    if (!Files.exists(file)) {
      return List.of();
    }
    return List.of((isAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
  }

  /** Options of a run that writes the cache at its end. */
  private static List<String> training(Path output) {
    return List.of((isAot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + output);
  }

  /** Where the cache of this jar on this JDK is, or will be. */
  private static Path file(Path folder, Path jar) throws IOException {
    FileTime built = Files.getLastModifiedTime(jar);
    return folder.resolve(
        "server-"
            + Runtime.version().feature()
            + "-"
            + Integer.toHexString((jar.toAbsolutePath() + "@" + built.toMillis()).hashCode())
            + (isAot() ? ".aot" : ".jsa"));
  }

  /**
   * Makes the cache while the machine serves already: one more server, which nobody calls, starts,
   * answers a few requests and ends. It is killed when everything ends before it is done.
   */
  static void train(LocalStack stack, DataFolder data, Path jar) throws IOException {
    Path cache = file(data.cache(), jar);
    if (Files.exists(cache)) {
      return;
    }
    Path draft = data.cache().resolve("draft-" + ProcessHandle.current().pid());
    Thread thread = new Thread(() -> train(stack, data, jar, draft, cache), "startup cache");
    thread.setDaemon(true);
    thread.start();
  }

  private static void train(LocalStack stack, DataFolder data, Path jar, Path draft, Path cache) {
    try {
      Files.createDirectories(data.cache());
      ServerProcess server =
          ServerProcess.start(
              jar,
              "training",
              Ports.free(),
              stack.serverEnvironment(),
              training(draft),
              data.log("training"));
      stack.killAtEnd(server);
      server.awaitReady(PATIENCE);
      warm(server, stack.issuer());
      server.terminate();
      if (server.ended(PATIENCE) && Files.exists(draft)) {
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException noCache) {
      // the next start is as slow as this one, and tries again; the log says why
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /* Reads only: a training that pays would be seen in the demo merchant's lists. */
  private static void warm(ServerProcess server, Issuer issuer)
      throws IOException, InterruptedException {
    String token = issuer.token(DemoMerchant.ID, "premium", "payments:read", "transactions:read");
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

  private static boolean isAot() {
    return Runtime.version().feature() >= FIRST_WITH_AOT;
  }
}
