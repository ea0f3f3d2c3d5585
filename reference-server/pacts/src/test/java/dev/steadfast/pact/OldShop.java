package dev.steadfast.pact;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A consumer that never left v1: decimal amounts, errors with a code, pages by offset. */
final class OldShop {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String token;

  OldShop(String api, String token) {
    this.api = api;
    this.token = token;
  }

  /** The amount that the answer repeats. */
  BigDecimal sell(String key, String amount) throws IOException, InterruptedException {
    String body =
        "{\"amount\":" + amount + ",\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}";
    HttpResponse<String> answer =
        send(
            request("/v1/payments")
                .header("Idempotency-Key", '"' + key + '"')
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    return new BigDecimal(Shop.value(answer.body(), "amount", "([0-9.]+)"));
  }

  /** The code of the error when nothing has the id. */
  String findNothing(String id) throws IOException, InterruptedException {
    return Shop.value(send(request("/v1/payments/" + id).GET()).body(), "code", "\"([^\"]*)\"");
  }

  /** How many payments there are. */
  long count() throws IOException, InterruptedException {
    String page = send(request("/v1/payments?offset=0&limit=1").GET()).body();
    return Long.parseLong(Shop.value(page, "total", "(\\d+)"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
