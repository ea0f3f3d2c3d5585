package dev.steadfast.reference.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API with one token. */
record Api(String url, String merchant, String token) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /** Asks. */
  Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Sends JSON with a new key. */
  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, with(headers, "Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** Sends anything; {@code Content-Type} is JSON unless it is given. */
  Answer send(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    String[] all = body == null ? headers : typed(headers);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (all.length > 0) {
      request.headers(all);
    }
    return send(request.build());
  }

  /** Sends bytes. */
  Answer send(HttpRequest request) {
    try {
      return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
    }
  }

  private static String[] typed(String[] headers) {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equalsIgnoreCase("Content-Type")) {
        return headers;
      }
    }
    return with(headers, "Content-Type", "application/json");
  }

  private static String[] with(String[] headers, String name, String value) {
    String[] more = Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = name;
    more[headers.length + 1] = value;
    return more;
  }

  /** An answer with its body as JSON. */
  record Answer(HttpResponse<String> raw) {
    int status() {
      return raw.statusCode();
    }

    JsonNode json() {
      return JSON.readTree(raw.body());
    }

    /** The text at a place of the body, such as {@code /error/code}. */
    String text(String pointer) {
      return json().at(pointer).asString("");
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    /** The body without the request's id, which is another one each time. */
    String problem() {
      return raw.body().replaceAll(",?\"requestId\":\"[^\"]+\"", "");
    }
  }
}
