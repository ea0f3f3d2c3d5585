package dev.steadfast.pact;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A consumer of v2: sells, looks up a payment, gives money back, and pages through its sales. */
final class Shop {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String token;

  /**
   * A shop.
   *
   * @param api {@code http://host:port}
   */
  Shop(String api, String token) {
    this.api = api;
    this.token = token;
  }

  /**
   * A sale as the shop sees it.
   *
   * @param minor cents
   */
  record Sale(String id, String status, long minor) {}

  Sale sell(String key, long minor) throws IOException, InterruptedException {
    String body =
        "{\"amountMinor\":"
            + minor
            + ",\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\",\"reference\":\"order-1\"}";
    return sale(expect(201, post("/v2/payments", key, body)));
  }

  Optional<Sale> find(String id) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request("/v2/payments/" + id).GET());
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(sale(expect(200, answer)));
  }

  /** The type of the problem when a refund is for more than was paid. */
  String giveBackTooMuch(String key, String payment) throws IOException, InterruptedException {
    String body = "{\"paymentId\":\"" + payment + "\",\"amountMinor\":99999999}";
    return text(expect(422, post("/v2/refunds", key, body)), "type");
  }

  /** The cursor of the second page of one item each. */
  String secondPage() throws IOException, InterruptedException {
    return text(expect(200, send(request("/v2/payments?limit=1").GET())), "next");
  }

  private HttpResponse<String> post(String path, String key, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Idempotency-Key", '"' + key + '"')
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String expect(int status, HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != status) {
      throw new IOException("answered with " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static Sale sale(String json) throws IOException {
    return new Sale(
        text(json, "id"),
        text(json, "status"),
        Long.parseLong(value(json, "amountMinor", "(\\d+)")));
  }

  private static String text(String json, String name) throws IOException {
    return value(json, name, "\"([^\"]*)\"");
  }

  static String value(String json, String name, String pattern) throws IOException {
    Matcher found = Pattern.compile('"' + name + "\"\\s*:\\s*" + pattern).matcher(json);
    if (!found.find()) {
      throw new IOException("no " + name + " in " + json);
    }
    return found.group(1);
  }
}
