package dev.steadfast.starter.accesslog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.CapturedLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log line of each request, over HTTP. */
class AccessLogTest {

  private static final Bookshop SHOP =
      Bookshop.open(
          new Class<?>[] {Till.class},
          "steadfast.access-log.excluded-paths=/health,/v2/quiet",
          "steadfast.access-log.headers=User-Agent,Authorization,Cookie,X-Api-Key",
          "steadfast.access-log.max-length=40",
          "steadfast.lifecycle.enabled=false");

  private static final CapturedLog LOG = CapturedLog.of("dev.steadfast.access");
  private static final CapturedLog FAILURES =
      CapturedLog.of("dev.steadfast.starter.problem.ProblemFilter");

  /** Tells the log more, fails, and answers late. */
  @Configuration(proxyBeanMethods = false)
  @RestController
  static class Till {

    @GetMapping("/v2/sold")
    String sold(HttpServletRequest request) {
      AccessLog.put(request, "book_id", 7);
      AccessLog.put(request, "buyer", "a\nb");
      AccessLog.put(request, "buyer", "c\nd");
      return "";
    }

    @GetMapping("/v2/broken")
    String broken() {
      throw new IllegalStateException("no");
    }

    @GetMapping("/v2/later")
    Callable<String> later() {
      return () -> {
        Thread.sleep(50);
        return "";
      };
    }

    @GetMapping("/v2/quiet/now")
    String quiet() {
      return "";
    }
  }

  @AfterAll
  static void close() {
    SHOP.close();
    LOG.close();
    FAILURES.close();
  }

  @BeforeEach
  void forget() {
    LOG.clear();
  }

  /** The pairs of the only line; the line comes after the last byte of the answer. */
  private static Map<String, Object> line() {
    await().until(() -> !LOG.events().isEmpty());
    assertThat(LOG.events()).hasSize(1);
    Map<String, Object> pairs = new LinkedHashMap<>();
    for (KeyValuePair pair : LOG.events().get(0).getKeyValuePairs()) {
      pairs.put(pair.key, pair.value);
    }
    return pairs;
  }

  @Test
  void request_answered_isOneLineOfPairs() {
    SHOP.get("/v2/books?limit=5", "X-Request-Id", "t", "User-Agent", "test");
    Map<String, Object> line = line();
    ILoggingEvent event = LOG.events().get(0);
    assertThat(event.getLevel()).isEqualTo(Level.INFO);
    assertThat(event.getMessage()).isEqualTo("request");
    assertThat(event.getMDCPropertyMap()).containsEntry("request_id", "t");
    assertThat((Double) line.remove("duration_ms")).isBetween(0.001, 60_000.0);
    assertThat(line)
        .containsExactly(
            entry("method", "GET"),
            entry("path", "/v2/books"),
            entry("query", "limit=5"),
            entry("status", 200),
            entry("client", "127.0.0.1"),
            entry("header_user_agent", "test"));
  }

  @Test
  void request_failed_saysSo() {
    SHOP.get("/v2/broken");
    assertThat(line()).containsEntry("status", 500);
  }

  @Test
  void request_answeredByAnotherThread_isLoggedWhenItEnds() {
    SHOP.get("/v2/later", "X-Request-Id", "t");
    assertThat(line()).containsEntry("status", 200);
    assertThat((Double) line().get("duration_ms")).isGreaterThan(50);
    assertThat(LOG.events().get(0).getMDCPropertyMap()).containsEntry("request_id", "t");
  }

  @Test
  void request_ofTheApplication_carriesWhatItAdds() {
    SHOP.get("/v2/sold");
    assertThat(line()).containsEntry("book_id", 7).containsEntry("buyer", "c\uFFFDd");
  }

  @Test
  void path_excluded_isLoggedOnlyWhenItFails() {
    SHOP.get("/v2/quiet/now");
    SHOP.get("/v2/quiet/none");
    assertThat(line()).containsEntry("path", "/v2/quiet/none").containsEntry("status", 404);
  }

  @Test
  void headers_secret_areMasked() {
    SHOP.get(
        "/v2/books",
        "authorization",
        "Bearer eyJhbGciOiJub25lIn0",
        "Cookie",
        "session=1",
        "X-Api-Key",
        "k1");
    assertThat(line())
        .containsEntry("header_authorization", "Bearer ***")
        .containsEntry("header_cookie", "***")
        .containsEntry("header_x_api_key", "***");
  }

  @ParameterizedTest
  @CsvSource({
    "token=abc,token=***",
    "a=1&TOKEN=abc&b=2,a=1&TOKEN=***&b=2",
    "%74oken=abc,%74oken=***",
    "%zztoken=abc&token=x,%zztoken=abc&token=***",
    "token,token",
    "a&&b,a&&b",
    "card=4111111111111111,card=************1111",
    "id=4111111111111112,id=4111111111111112",
  })
  void query_secret_isMasked(String query, String logged) {
    List<String> secret = new ArrayList<>(List.of("token"));
    assertThat(new SafeText(1000).of(new MaskedQuery(secret).masked(query))).isEqualTo(logged);
  }

  @Test
  void text_long_isCutOff() {
    SHOP.get("/v2/" + "x".repeat(100));
    assertThat(line()).containsEntry("path", "/v2/" + "x".repeat(35) + "…");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0A, 0x0D, 0x1B, 0x00, 0x7F, 0x85, 0x2028, 0x2029, 0x202E, 0x2066, 0x200F})
  void text_thatALogWouldObey_isReplaced(int c) {
    assertThat(new SafeText(1000).of("a" + (char) c + "b")).isEqualTo("a\uFFFDb");
  }
}
