package dev.steadfast.proof.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Headers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

  private static final Api V1 = Api.read("v1", Path.of("../../api-spec/payments-v1.yaml"));
  private static final Api V2 = Api.read("v2", Path.of("../../api-spec/payments-v2.yaml"));

  @Test
  void apis_bothVersions_haveAllOperations() {
    assertThat(V1.operations()).hasSize(12);
    assertThat(V2.operations()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void allowedCalls_everyOperation_areAllowedByTheSpecification(String version) {
    Api api = version.equals("v1") ? V1 : V2;
    Calls calls = new Calls(1, new Pool());
    RequestCheck check = new RequestCheck(api);

    List<String> refused =
        api.operations().stream()
            .flatMap(operation -> Stream.generate(() -> calls.allowed(operation)).limit(100))
            .flatMap(
                call -> check.refusal(call).map(why -> call.request("/x") + " " + why).stream())
            .toList();

    assertThat(refused).isEmpty();
  }

  @Test
  void calls_manySeeds_areAllowedAndRefusedInTurn() {
    RequestCheck check = new RequestCheck(V2);
    Calls calls = new Calls(7, new Pool());

    long refused =
        Stream.generate(() -> calls.next(V2.operations()))
            .limit(2000)
            .filter(call -> check.refusal(call).isPresent())
            .count();

    assertThat(refused).isBetween(300L, 900L);
  }

  @Test
  void calls_sameSeed_areTheSame() {
    Calls one = new Calls(3, new Pool());
    Calls other = new Calls(3, new Pool());

    for (int i = 0; i < 200; i++) {
      assertThat(one.next(V2.operations())).isEqualTo(other.next(V2.operations()));
    }
  }

  @Test
  void answerCheck_declaredAnswer_findsNothing() {
    assertThat(faults(401, problem("\"status\":401"), Map.of())).isEmpty();
  }

  @Test
  void answerCheck_wrongAnswers_namesEachFault() {
    assertThat(faults(418, problem("\"status\":418"), Map.of()))
        .containsExactly("status 418 is not declared");
    assertThat(faults(401, problem("\"status\":\"401\""), Map.of()))
        .singleElement()
        .asString()
        .startsWith("the body does not follow its schema");
    assertThat(faults(401, problem("\"status\":401,\"stack\":\"at dev\""), Map.of()))
        .containsExactly("property 'stack' is not declared");
    assertThat(faults(401, problem("\"status\":401"), Map.of("X-Request-Id", "not allowed !")))
        .containsExactly("header 'X-Request-Id' has the value 'not allowed !'");
    assertThat(faults(401, problem("\"status\":401"), Map.of("Content-Type", "text/html")))
        .containsExactly("media type 'text/html' is not declared");
  }

  private static String problem(String members) {
    return "{\"type\":\"/problems/unauthenticated\",\"title\":\"t\",\"requestId\":\"r\","
        + members
        + "}";
  }

  private static List<String> faults(int status, String body, Map<String, String> changed) {
    Headers headers =
        Headers.NONE
            .and("Content-Type", "application/problem+json")
            .and("X-Request-Id", "r")
            .and("WWW-Authenticate", "Bearer");
    for (Map.Entry<String, String> header : changed.entrySet()) {
      headers = headers.without(header.getKey()).and(header.getKey(), header.getValue());
    }
    return new AnswerCheck(V2)
        .faults(V2.operation("getPayment"), new Answer(status, headers, body));
  }
}
