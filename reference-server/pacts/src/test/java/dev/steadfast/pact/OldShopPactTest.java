package dev.steadfast.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a shop that is still on v1 relies on, also that v1 says when it ends. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "payments")
class OldShopPactTest {

  private static final String NOBODY = "pay_01JD8Z3M5R9QK2W7X4T6V8N0PB";
  private static final String DEPRECATED = "@[0-9]{10}";
  private static final String KEY = "\"?[A-Za-z0-9._:-]{8,128}\"?";

  @Pact(consumer = "old-shop")
  V4Pact sell(PactBuilder builder) {
    return builder
        .given("a merchant")
        .expectsToReceiveHttpInteraction(
            "a sale with a decimal amount",
            http ->
                http.withRequest(
                        request ->
                            request
                                .method("POST")
                                .path("/v1/payments")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", regexp(KEY, "\"old-sale-0001\""))
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.decimalType("amount", 10.5)
                                                    .stringValue("currency", "EUR")
                                                    .stringValue("paymentMethod", "pm_card_visa"))
                                        .build()))
                    .willRespondWith(
                        response ->
                            response
                                .status(201)
                                .header("Deprecation", regexp(DEPRECATED, "@1793491200"))
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.numberType("amount", 10.5)
                                                    .stringValue("status", "captured"))
                                        .build())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "sell")
  void sale_decimalAmount_isRepeated(MockServer server) throws IOException, InterruptedException {
    assertThat(new OldShop(server.getUrl(), "t").sell("old-sale-0001", "10.5"))
        .isEqualByComparingTo(new BigDecimal("10.5"));
  }

  @Pact(consumer = "old-shop")
  V4Pact findNothing(PactBuilder builder) {
    return builder
        .given("a merchant")
        .expectsToReceiveHttpInteraction(
            "a look at a payment of v1 that nobody has",
            http ->
                http.withRequest(request -> request.method("GET").path("/v1/payments/" + NOBODY))
                    .willRespondWith(
                        response ->
                            response
                                .status(404)
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.object(
                                                    "error",
                                                    error ->
                                                        error
                                                            .stringValue("code", "not_found")
                                                            .stringType("message", "Nothing.")))
                                        .build())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "findNothing")
  void payment_thatNobodyHas_hasCode(MockServer server) throws IOException, InterruptedException {
    assertThat(new OldShop(server.getUrl(), "t").findNothing(NOBODY)).isEqualTo("not_found");
  }

  @Pact(consumer = "old-shop")
  V4Pact count(PactBuilder builder) {
    return builder
        .given("two captured payments")
        .expectsToReceiveHttpInteraction(
            "the number of sales",
            http ->
                http.withRequest(
                        request ->
                            request
                                .method("GET")
                                .path("/v1/payments")
                                .queryParameter("offset", "0")
                                .queryParameter("limit", "1"))
                    .willRespondWith(
                        response ->
                            response
                                .status(200)
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.numberValue("total", 2)
                                                    .numberValue("offset", 0)
                                                    .numberValue("limit", 1))
                                        .build())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "count")
  void sales_ofMerchant_areCounted(MockServer server) throws IOException, InterruptedException {
    assertThat(new OldShop(server.getUrl(), "t").count()).isEqualTo(2);
  }
}
