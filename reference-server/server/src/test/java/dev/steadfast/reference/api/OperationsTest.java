package dev.steadfast.reference.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.reference.api.Api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private final RunningServer server = RunningServer.get();
  private final Api anyone = server.withToken("");

  @Test
  void health_ofAServerThatHasEverything_isUp() {
    assertThat(anyone.get("/health").raw().body())
        .isEqualTo(
            "{\"status\":\"up\",\"components\":{\"database\":\"up\",\"redis\":\"up\","
                + "\"traffic\":\"up\"}}");
    assertThat(anyone.get("/health/live").raw().body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(anyone.get("/health/ready").raw().body()).isEqualTo("{\"status\":\"up\"}");
  }

  @Test
  void metrics_afterRequests_countThemByVersionOperationAndStatus() {
    Api shop = server.newMerchant();
    shop.get("/v1/transactions");
    anyone.get("/v2/refunds");

    String metrics = anyone.get("/metrics").raw().body();
    assertThat(metrics)
        .contains(
            "api_requests_seconds_count{operation=\"listTransactions\",status=\"200\",version=\"v1\"}",
            "api_requests_seconds_count{operation=\"listRefunds\",status=\"401\",version=\"v2\"}",
            "api_deprecated_requests_total{client=\"" + shop.merchant() + "\",version=\"v1\"} 1.0",
            "hikaricp_connections_active");
  }

  @Test
  void document_ofAVersion_isTheSpecificationItself() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/payments-v2.yaml")) {
      String specification =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Answer answer = anyone.get("/openapi/v2.yaml");
      assertThat(answer.raw().body()).isEqualTo(specification);
      assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    }
  }

  @Test
  void page_ofAVersion_namesEveryOperationAndLoadsNothing() {
    for (String path : new String[] {"/docs", "/docs/v1", "/docs/v2"}) {
      String page = anyone.get(path).raw().body();
      assertThat(page)
          .contains(
              "id=\"createPayment\"",
              "id=\"listTransactions\"",
              "id=\"updateMerchant\"",
              "id=\"Payment\"")
          .doesNotContain("<script", "<img", "<link", "url(");
    }
  }
}
