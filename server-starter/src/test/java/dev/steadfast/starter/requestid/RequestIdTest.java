package dev.steadfast.starter.requestid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Names and traces of requests, over HTTP. */
class RequestIdTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  private static final Bookshop SHOP = Bookshop.open(new Class<?>[] {Mirror.class});

  /** Says what a handler's log lines would say. */
  @Configuration(proxyBeanMethods = false)
  @RestController
  static class Mirror {

    @GetMapping("/log-context")
    Map<String, String> logContext() {
      return new TreeMap<>(MDC.getCopyOfContextMap());
    }

    @GetMapping("/log-context-later")
    Callable<Map<String, String>> later() {
      return () -> Map.of("thread", "has none");
    }
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "req-7c9f3a1e", "A.b_c-0"})
  void name_wellFormed_comesBack(String name) {
    HttpResponse<String> answer = SHOP.get("/log-context", "X-Request-Id", name);
    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly(name);
    assertThat(answer.body()).startsWith("{\"request_id\":\"" + name + "\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\tb", "\u00e9", "a;b", "${jndi:x}", "<b>", "\"a\""})
  void name_malformed_isReplaced(String name) throws IOException {
    assertThat(sendRaw("X-Request-Id: " + name)).containsPattern("X-Request-Id: [0-9a-f]{32}\r\n");
  }

  @Test
  void name_tooLongOrTwice_isReplaced() throws IOException {
    assertThat(sendRaw("X-Request-Id: " + "a".repeat(64)))
        .contains("X-Request-Id: " + "a".repeat(64) + "\r\n");
    assertThat(sendRaw("X-Request-Id: " + "a".repeat(65)))
        .containsPattern("X-Request-Id: [0-9a-f]{32}\r\n");
    assertThat(sendRaw("X-Request-Id: a\r\nX-Request-Id: b"))
        .containsPattern("X-Request-Id: [0-9a-f]{32}\r\n");
  }

  /** The one way to smuggle a header in: a line break that some parser lets through. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a\rSet-Cookie: x=1", "a\nSet-Cookie: x=1", "a\r\n Set-Cookie: x=1", "a%0d%0ab"})
  void name_withALineBreak_makesNoHeader(String name) throws IOException {
    assertThat(sendRaw("X-Request-Id: " + name)).doesNotContain("Set-Cookie");
  }

  @Test
  void names_madeUp_differ() {
    assertThat(SHOP.get("/v2/books").headers().firstValue("X-Request-Id"))
        .isNotEqualTo(SHOP.get("/v2/books").headers().firstValue("X-Request-Id"));
  }

  @Test
  void trace_valid_goesOnBelowTheCaller() {
    HttpResponse<String> answer =
        SHOP.get("/log-context", "traceparent", "00-" + TRACE + "-" + PARENT + "-01");
    String place = answer.headers().firstValue("traceparent").orElseThrow();
    assertThat(place).matches("00-" + TRACE + "-[0-9a-f]{16}-01").doesNotContain(PARENT);
    assertThat(answer.body())
        .endsWith(
            ",\"span_id\":\"" + place.substring(36, 52) + "\",\"trace_id\":\"" + TRACE + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-brings",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-fe"
      })
  void trace_ofAnyVersion_goesOn(String traceparent) {
    boolean sampled = traceparent.startsWith("-01", 52);
    assertThat(SHOP.get("/v2/books", "traceparent", traceparent).headers().allValues("traceparent"))
        .singleElement()
        .asString()
        .matches("00-" + TRACE + "-[0-9a-f]{16}-" + (sampled ? "01" : "00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7_01",
        "0g-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902bg-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g"
      })
  void trace_invalid_startsAnew(String traceparent) throws IOException {
    assertThat(sendRaw("traceparent: " + traceparent))
        .containsPattern("traceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-00\r\n")
        .doesNotContain(TRACE);
  }

  @Test
  void context_afterTheRequest_isEmpty() {
    for (int i = 0; i < 20; i++) {
      SHOP.get("/log-context", "X-Request-Id", "one");
      assertThat(SHOP.get("/log-context").body()).doesNotContain("\"one\"");
    }
  }

  @Test
  void answer_fromAnotherThread_hasTheNameOnce() {
    assertThat(
            SHOP.get("/log-context-later", "X-Request-Id", "a").headers().allValues("X-Request-Id"))
        .containsExactly("a");
  }

  private static String sendRaw(String header) throws IOException {
    URI shop = URI.create(SHOP.url());
    try (Socket socket = new Socket(shop.getHost(), shop.getPort())) {
      String request =
          "GET /v2/books HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
