package dev.steadfast.starter.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.MovableClock;
import dev.steadfast.bookshop.OldErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What answers of versions and operations say, over HTTP. */
class LifecycleTest {

  private static final Instant DEPRECATED = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant BROWNOUT = Instant.parse("2027-08-04T08:00:00Z");
  private static final Instant ENDED = Instant.parse("2027-09-09T09:09:09Z");

  private static final MovableClock CLOCK = new MovableClock(DEPRECATED);
  private static final Bookshop SHOP = Bookshop.open(new Class<?>[] {Linked.class, Time.class});
  private static final Bookshop SHOP_WITH_OLD_ERRORS =
      Bookshop.openWith(List.of(CLOCK, new OldErrors()));

  /** Gives the shop the test's clock. */
  @Configuration(proxyBeanMethods = false)
  static class Time {

    @Bean
    Clock clock() {
      return CLOCK;
    }
  }

  /** Sends links of its own. */
  @Configuration(proxyBeanMethods = false)
  @RestController
  static class Linked {

    @GetMapping("/v1/linked")
    ResponseEntity<String> linked() {
      return ResponseEntity.ok().header("Link", "</v1/linked?page=2>; rel=\"next\"").body("");
    }

    @GetMapping("/v1/reset")
    void reset(HttpServletResponse response) {
      response.reset();
      response.setStatus(HttpStatus.NO_CONTENT.value());
    }
  }

  @AfterAll
  static void close() {
    SHOP.close();
    SHOP_WITH_OLD_ERRORS.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/books, 200",
    "GET, /v1/books/77, 404",
    "GET, /v1/nothing, 404",
    "GET, /v1, 404",
    "GET, /v1/books?limit=0, 400",
    "DELETE, /v1/books, 405",
    "OPTIONS, /v1/books, 200",
    "HEAD, /v1/books, 200"
  })
  void answer_ofADeprecatedVersion_saysSoWhateverItIs(String method, String path, int status) {
    CLOCK.set(DEPRECATED);
    HttpResponse<String> answer = SHOP.send(method, path, null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Deprecation")).containsExactly("@1782864000");
    assertThat(answer.headers().allValues("Sunset"))
        .containsExactly("Thu, 09 Sep 2027 09:09:09 GMT");
    assertThat(answer.headers().allValues("Link")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/books", "/v10/books", "/v1books", "/", "/x/v1/books"})
  void answer_ofNoEndingVersion_saysNothing(String path) {
    CLOCK.set(ENDED);
    assertThat(SHOP.get(path).headers().map()).doesNotContainKeys("Deprecation", "Sunset", "Link");
  }

  @Test
  void link_ofTheApplication_staysBesideIt() {
    CLOCK.set(DEPRECATED);
    assertThat(SHOP.get("/v1/linked").headers().allValues("Link"))
        .hasSize(2)
        .contains("</v1/linked?page=2>; rel=\"next\"");
  }

  @Test
  void answer_resetByTheApplication_saysItStill() {
    CLOCK.set(DEPRECATED);
    HttpResponse<String> answer = SHOP.get("/v1/reset");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map()).containsKeys("deprecation", "sunset", "link");
  }

  @Test
  void version_ended_namesItsSuccessor() {
    CLOCK.set(ENDED);
    HttpResponse<String> answer = SHOP.get("/v1/books", "X-Request-Id", "t");
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"/problems/gone\",\"title\":\"Gone\",\"status\":410,"
                + "\"detail\":\"Version v1 ended on Thu, 09 Sep 2027 09:09:09 GMT; use v2.\","
                + "\"requestId\":\"t\",\"successor\":{\"name\":\"v2\",\"href\":\"/v2\"}}");
  }

  @Test
  void version_switchedOffAsAReminder_saysUntilWhen() {
    CLOCK.set(BROWNOUT);
    assertThat(SHOP.get("/v1/books").body())
        .contains(
            "\"detail\":\"Version v1 is switched off until Wed, 04 Aug 2027 16:00:00 GMT, as a"
                + " reminder that it ends on Thu, 09 Sep 2027 09:09:09 GMT; use v2.\"");
  }

  @Test
  void version_endedWithErrorsOfItsOwn_keepsThem() {
    CLOCK.set(ENDED);
    HttpResponse<String> answer = SHOP_WITH_OLD_ERRORS.get("/v1/books");
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"fault\":\"Version v1 ended on Thu, 09 Sep 2027 09:09:09 GMT; use v2.\","
                + "\"status\":410}");
  }

  /** No spelling of its address keeps a version alive. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/books",
        "/%761/books",
        "/v%31/books",
        "//v1/books",
        "/v1//books",
        "/./v1/books",
        "/v2/../v1/books",
        "/v1;x=y/books",
        "/;/v1/books",
        "/v1/books;jsessionid=1",
        "/v1/books/",
        "/v1/./books",
        "/v1/%2e%2e/v1/books"
      })
  void version_ended_isGoneUnderEverySpelling(String target) throws IOException {
    CLOCK.set(ENDED);
    assertThat(send(target)).matches("HTTP/1.1 (410|400) ");
  }

  private static String send(String target) throws IOException {
    URI shop = URI.create(SHOP.url());
    try (Socket socket = new Socket(shop.getHost(), shop.getPort())) {
      String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .substring(0, 13);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v2/books/1/reviews, 2027-02-28T23:59:59Z, 200, true",
    "GET, /v2/books/1/reviews, 2027-03-01T00:00:00Z, 410, true",
    "HEAD, /v2/books/1/reviews, 2027-03-01T00:00:00Z, 410, true",
    "POST, /v2/books/1/reviews, 2027-03-01T00:00:00Z, 405, false",
    "GET, /v2/books/1/reviews/2, 2027-03-01T00:00:00Z, 404, false",
    "GET, /v2/books//reviews, 2027-03-01T00:00:00Z, 404, false",
    "GET, /v2/books, 2027-03-01T00:00:00Z, 200, false"
  })
  void operation_endingOnItsOwn_leavesTheRest(
      String method, String path, Instant now, int status, boolean told) {
    CLOCK.set(now);
    HttpResponse<String> answer = SHOP.send(method, path, null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Sunset"))
        .isEqualTo(told ? List.of("Mon, 01 Mar 2027 00:00:00 GMT") : List.of());
    assertThat(answer.headers().allValues("Deprecation"))
        .isEqualTo(told ? List.of("@1788220800") : List.of());
  }

  @Test
  void operation_ended_namesItsSuccessor() {
    CLOCK.set(Instant.parse("2027-03-01T00:00:00Z"));
    assertThat(SHOP.get("/v2/books/1/reviews").body())
        .contains(
            "\"detail\":\"GET /v2/books/{id}/reviews ended on Mon, 01 Mar 2027 00:00:00 GMT; use"
                + " GET /v2/reviews.\"");
  }

  @Test
  void version_chosenByTheApplication_isTold() {
    CLOCK.set(DEPRECATED);
    VersionResolver byHeader = new ByHeader();
    try (Bookshop shop = Bookshop.openWith(List.of(CLOCK, byHeader))) {
      assertThat(shop.get("/v2/books", "Books-Version", "v1").headers().allValues("Sunset"))
          .containsExactly("Thu, 09 Sep 2027 09:09:09 GMT");
      assertThat(shop.get("/v1/books", "Books-Version", "v2").headers().allValues("Sunset"))
          .isEmpty();
      assertThat(shop.get("/v1/books", "Books-Version", "v3").headers().allValues("Sunset"))
          .isEmpty();
      ApiLifecycle lifecycle = shop.context().getBean(ApiLifecycle.class);
      assertThat(lifecycle.current()).isEqualTo(lifecycle.version("v2")).isPresent();
    }
  }

  private static final class ByHeader implements VersionResolver {

    @Override
    public @Nullable String version(HttpServletRequest request) {
      return request.getHeader("Books-Version");
    }
  }

  @Test
  void file_askedFor_mustBeThere() {
    assertThatThrownBy(() -> openSilently("classpath:none.json"))
        .hasRootCauseInstanceOf(FileNotFoundException.class);
  }

  @Test
  void file_wrong_stopsTheStart(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.json"), "{\"schemaVersion\":2}");
    String name = "URL [file:" + file + "]: ";
    assertThatThrownBy(() -> openSilently("file:" + file))
        .rootCause()
        .hasMessage(
            String.join(
                System.lineSeparator(),
                name + "schemaVersion: must be 1, is 2",
                name + "versions: must name at least one version",
                name + "api: is missing"));
  }

  private static void openSilently(String lifecycle) {
    Bookshop.open("logging.level.root=off", "steadfast.lifecycle.location=" + lifecycle).close();
  }
}
