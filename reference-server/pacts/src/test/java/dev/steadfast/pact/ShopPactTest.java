package dev.steadfast.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static au.com.dius.pact.consumer.dsl.Matchers.fromProviderState;
import static au.com.dius.pact.consumer.dsl.Matchers.regexp;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a shop on v2 relies on. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "payments")
class ShopPactTest {

  private static final String PAYMENT = "pay_01JD8Z3M5R9QK2W7X4T6V8N0PB";
  private static final String ID = "pay_[0-9A-HJKMNP-TV-Z]{26}";
  private static final String KEY = "\"?[A-Za-z0-9._:-]{8,128}\"?";

  @Pact(consumer = "shop")
  V4Pact sell(PactBuilder builder) {
    return builder
        .given("a merchant")
        .expectsToReceiveHttpInteraction(
            "a sale",
            http ->
                http.withRequest(
                        request ->
                            request
                                .method("POST")
                                .path("/v2/payments")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", regexp(KEY, "\"shop-sale-0001\""))
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.integerType("amountMinor", 1050)
                                                    .stringValue("currency", "EUR")
                                                    .stringValue("paymentMethod", "pm_card_visa")
                                                    .stringValue("reference", "order-1"))
                                        .build()))
                    .willRespondWith(response -> response.status(201).body(payment("captured"))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "sell")
  void sale_isCaptured(MockServer server) throws IOException, InterruptedException {
    Shop.Sale sale = new Shop(server.getUrl(), "t").sell("shop-sale-0001", 1050);

    assertThat(sale).isEqualTo(new Shop.Sale(PAYMENT, "captured", 1050));
  }

  @Pact(consumer = "shop")
  V4Pact find(PactBuilder builder) {
    return builder
        .given("a captured payment")
        .expectsToReceiveHttpInteraction(
            "a look at a payment",
            http ->
                http.withRequest(
                        request ->
                            request
                                .method("GET")
                                .path(
                                    fromProviderState(
                                        "/v2/payments/${paymentId}", "/v2/payments/" + PAYMENT)))
                    .willRespondWith(response -> response.status(200).body(payment("captured"))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "find")
  void payment_thatExists_isFound(MockServer server) throws IOException, InterruptedException {
    assertThat(new Shop(server.getUrl(), "t").find(PAYMENT).orElseThrow().status())
        .isEqualTo("captured");
  }

  @Pact(consumer = "shop")
  V4Pact findNothing(PactBuilder builder) {
    return builder
        .given("a merchant")
        .expectsToReceiveHttpInteraction(
            "a look at a payment that nobody has",
            http ->
                http.withRequest(request -> request.method("GET").path("/v2/payments/" + PAYMENT))
                    .willRespondWith(
                        response ->
                            response
                                .status(404)
                                .header("Content-Type", "application/problem+json")
                                .body(problem("/problems/not-found", 404))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "findNothing")
  void payment_thatNobodyHas_isAbsent(MockServer server) throws IOException, InterruptedException {
    assertThat(new Shop(server.getUrl(), "t").find(PAYMENT)).isEmpty();
  }

  @Pact(consumer = "shop")
  V4Pact giveBackTooMuch(PactBuilder builder) {
    return builder
        .given("a captured payment")
        .expectsToReceiveHttpInteraction(
            "a refund of more than was paid",
            http ->
                http.withRequest(
                        request ->
                            request
                                .method("POST")
                                .path("/v2/refunds")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", regexp(KEY, "\"shop-refund-01\""))
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.valueFromProviderState(
                                                        "paymentId", "${paymentId}", PAYMENT)
                                                    .integerType("amountMinor", 99999999))
                                        .build()))
                    .willRespondWith(
                        response ->
                            response
                                .status(422)
                                .header("Content-Type", "application/problem+json")
                                .body(problem("/problems/amount-too-large", 422))))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "giveBackTooMuch")
  void refund_ofTooMuch_isNamed(MockServer server) throws IOException, InterruptedException {
    assertThat(new Shop(server.getUrl(), "t").giveBackTooMuch("shop-refund-01", PAYMENT))
        .isEqualTo("/problems/amount-too-large");
  }

  @Pact(consumer = "shop")
  V4Pact page(PactBuilder builder) {
    return builder
        .given("two captured payments")
        .expectsToReceiveHttpInteraction(
            "the first page of sales",
            http ->
                http.withRequest(
                        request ->
                            request.method("GET").path("/v2/payments").queryParameter("limit", "1"))
                    .willRespondWith(
                        response ->
                            response
                                .status(200)
                                .body(
                                    newJsonBody(
                                            body ->
                                                body.minArrayLike(
                                                        "items",
                                                        1,
                                                        item ->
                                                            item.stringMatcher("id", ID, PAYMENT))
                                                    .stringMatcher(
                                                        "next", "[A-Za-z0-9_-]{1,512}", "abc"))
                                        .build())))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "page")
  void sales_moreThanOnePage_haveNext(MockServer server) throws IOException, InterruptedException {
    assertThat(new Shop(server.getUrl(), "t").secondPage()).isEqualTo("abc");
  }

  private static DslPart payment(String status) {
    return newJsonBody(
            body ->
                body.stringMatcher("id", ID, PAYMENT)
                    .stringValue("status", status)
                    .integerType("amountMinor", 1050)
                    .stringValue("currency", "EUR"))
        .build();
  }

  private static DslPart problem(String type, int status) {
    return newJsonBody(
            body ->
                body.stringValue("type", type)
                    .numberValue("status", status)
                    .stringType("title", "A title")
                    .stringType("requestId", "req-1"))
        .build();
  }
}
