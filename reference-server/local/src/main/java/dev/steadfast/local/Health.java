package dev.steadfast.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;

/** How a process is now. */
enum Health {
  /** It can do its work. */
  READY,
  /** It answers that it cannot take a payment now. */
  NOT_READY,
  /** It takes connections and does not answer. */
  HUNG,
  /** It has ended. */
  DOWN;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Asks a server, which says itself whether it is ready. */
  static Health ofServer(State.Part server) throws InterruptedException {
    return server.process().isAlive() ? answer(server.url() + "/health/ready") : DOWN;
  }

  /** Asks any other process for no more than to be there. */
  static Health ofPart(State.Part part) {
    return part.process().isAlive() ? READY : DOWN;
  }

  private static Health answer(String url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    try {
      int status =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(request, BodyHandlers.discarding())
              .statusCode();
      return status == 200 ? READY : NOT_READY;
    } catch (HttpTimeoutException e) {
      return HUNG;
    } catch (IOException e) {
      return NOT_READY;
    }
  }

  /** For instance {@code not-ready}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
