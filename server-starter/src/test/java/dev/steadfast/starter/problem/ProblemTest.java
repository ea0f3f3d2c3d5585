package dev.steadfast.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.CapturedLog;
import dev.steadfast.bookshop.OldErrors;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Every way in which a request can go wrong, over HTTP. */
class ProblemTest {

  private static final Bookshop SHOP =
      Bookshop.open(
          new Class<?>[] {Broken.class, OldErrors.class},
          "spring.mvc.problemdetails.enabled=true",
          "spring.jackson.deserialization.fail-on-unknown-properties=true");

  private static final CapturedLog LOG = CapturedLog.of(ProblemFilter.class.getName());

  @AfterAll
  static void close() {
    SHOP.close();
    LOG.close();
  }

  /** Operations that fail in one way each. */
  @Configuration(proxyBeanMethods = false)
  @RestController
  static class Broken {

    @ResponseStatus(HttpStatus.CONFLICT)
    private static final class SoldOutException extends RuntimeException {
      private static final long serialVersionUID = 1;
    }

    private static final class OwnException extends RuntimeException {
      private static final long serialVersionUID = 1;
    }

    /** Refuses what it does not know. */
    @JsonIgnoreProperties(ignoreUnknown = false)
    record Strict(List<StrictAuthor> authors) {}

    /** The same, one level below. */
    @JsonIgnoreProperties(ignoreUnknown = false)
    record StrictAuthor(String name) {}

    @PostMapping("/v2/any")
    String any(@RequestBody Map<String, Object> body) {
      return body.toString();
    }

    @PostMapping("/v2/strict")
    String strict(@RequestBody Strict body) {
      return body.toString();
    }

    @GetMapping("/v2/unexpected")
    String unexpected() {
      throw new IllegalStateException("password=hunter2 in SELECT * FROM book");
    }

    @GetMapping("/v2/later")
    Callable<String> later() {
      return this::unexpected;
    }

    @GetMapping("/v2/annotated")
    String annotated() {
      throw new SoldOutException();
    }

    @GetMapping("/v2/refused")
    String refused() {
      throw new ProblemException(
          Problem.of(new NamedKind("/problems/sold-out", "Sold out", 409), "None is left.")
              .with("left", 0)
              .withError(Fault.of("id", "is sold out")));
    }

    @GetMapping("/v2/named")
    String named() {
      ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "None is left.");
      detail.setType(URI.create("/problems/sold-out"));
      detail.setTitle("Sold out");
      detail.setProperty("left", 0);
      throw new ErrorResponseException(HttpStatus.CONFLICT, detail, null);
    }

    @GetMapping("/v2/own")
    String own() {
      throw new OwnException();
    }

    @ExceptionHandler
    ResponseEntity<String> own(OwnException exception) {
      return ResponseEntity.status(HttpStatus.CONFLICT).body("my own words");
    }

    @GetMapping("/v2/send-error")
    void sendError(HttpServletResponse response) throws IOException {
      response.sendError(HttpStatus.PRECONDITION_FAILED.value(), "secret of the framework");
    }

    @GetMapping("/v2/bare")
    ResponseEntity<Void> bare() {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header("Retry-After", "7")
          .build();
    }

    @GetMapping("/v2/half")
    void half(HttpServletResponse response) throws IOException {
      response.setContentType("text/csv");
      response.getWriter().write("id;title");
      throw new IllegalStateException("half way");
    }

    @GetMapping("/v2/with-parameters")
    String withParameters(@RequestParam int page, @RequestHeader("X-Shelf") HttpStatus shelf) {
      return page + shelf.name();
    }

    @GetMapping("/v2/unlabelled")
    Map<String, Object> unlabelled() {
      return Map.of("id", 1);
    }

    @GetMapping(
        value = "/v2/wide",
        produces = {"application/json", "application/problem+json"})
    Map<String, Object> wide() {
      return Map.of("id", 1);
    }

    @Bean
    FilterRegistrationBean<Filter> gate() {
      FilterRegistrationBean<Filter> gate =
          new FilterRegistrationBean<>(
              (request, response, chain) -> gate(request, response, chain));
      gate.setOrder(0);
      return gate;
    }

    private static void gate(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String gate = ((HttpServletRequest) request).getHeader("Gate");
      if ("status".equals(gate)) {
        ((HttpServletResponse) response).setHeader("WWW-Authenticate", "Bearer");
        ((HttpServletResponse) response).setStatus(401);
      } else if ("throw".equals(gate)) {
        throw new IllegalStateException("in a filter");
      } else {
        chain.doFilter(request, response);
      }
    }
  }

  private static String answer(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + answer.headers().firstValue("Content-Type").orElse("-")
        + " "
        + answer.body();
  }

  private static String problem(String type, String title, int status, String rest) {
    return status
        + " application/problem+json {\"type\":\""
        + type
        + "\",\"title\":\""
        + title
        + "\",\"status\":"
        + status
        + (rest.isEmpty() ? "" : ",")
        + rest
        + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":                | The body ends too early at line 1, column 10.",
        "nonsense                   | The body is not JSON at line 1, column 1.",
        "` `                        | The request has no body.",
        "``                         | The request has no body.",
      })
  void body_unreadable_isMalformed(String body, String detail) {
    assertThat(answer(SHOP.post("/v2/books", body, "X-Request-Id", "t")))
        .isEqualTo(
            problem(
                "/problems/malformed-request",
                "Malformed request",
                400,
                "\"detail\":\"" + detail + "\",\"requestId\":\"t\""));
  }

  @Test
  void body_hostile_isMalformed() throws IOException, InterruptedException {
    assertThat(detail(("{\"a\":" + "[".repeat(2000)).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("The body is nested too deeply, or a part of it is too long.");
    assertThat(detail(new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'}))
        .startsWith("The body is not UTF-8");
    assertThat(detail(("{\"title\":1" + "0".repeat(2000) + "}").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("The body is nested too deeply, or a part of it is too long.");
  }

  private static String detail(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SHOP.url() + "/v2/any"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(400);
    return JsonMapper.shared().readTree(answer.body()).path("detail").asString();
  }

  @Test
  void name_long_isNotSentBack() {
    String body = "{\"authors\":[{\"" + "x".repeat(5000) + "\":1}]}";
    assertThat(answer(SHOP.post("/v2/strict", body, "X-Request-Id", "t")))
        .isEqualTo(
            validation(
                "The request has one fault.",
                "{\"detail\":\"is not known\",\"pointer\":\"#/authors/0\"}"));
  }

  private static String validation(String detail, String errors) {
    return problem(
        "/problems/validation-failed",
        "Validation failed",
        400,
        "\"detail\":\"" + detail + "\",\"requestId\":\"t\",\"errors\":[" + errors + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":7,\"priceMinor\":\"x\"}          | #/priceMinor     | must be an integer",
        "{\"priceMinor\":99999999999}                | #/priceMinor     | is out of range",
        "{\"title\":{}}                              | #/title          | must be a string",
        "{\"authors\":7}                             | #/authors        | must be an array",
        "{\"authors\":[{\"name\":[]}]}               | #/authors/0/name | must be a string",
        "[]                                          | #                | has the wrong form",
      })
  void body_ofWrongType_namesThePlace(String body, String pointer, String detail) {
    assertThat(answer(SHOP.post("/v2/books", body, "X-Request-Id", "t")))
        .isEqualTo(
            validation(
                "The request has one fault.",
                "{\"detail\":\"" + detail + "\",\"pointer\":\"" + pointer + "\"}"));
  }

  @Test
  void body_withSeveralFaults_namesAllInOrder() {
    assertThat(
            answer(
                SHOP.post(
                    "/v2/books",
                    "{\"title\":\" \",\"priceMinor\":0,\"authors\":[{\"name\":\"Ende\"},{\"name\":\"\"}],"
                        + "\"shelf_mark\":\"x\"}",
                    "X-Request-Id",
                    "t")))
        .isEqualTo(
            validation(
                "The request has four faults.",
                "{\"detail\":\"must not be blank\",\"pointer\":\"#/authors/1/name\"},"
                    + "{\"detail\":\"must be greater than or equal to 1\",\"pointer\":\"#/priceMinor\"},"
                    + "{\"detail\":\"size must be between 2 and 8\",\"pointer\":\"#/shelf_mark\"},"
                    + "{\"detail\":\"must not be blank\",\"pointer\":\"#/title\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v2/books?limit=0,limit,must be greater than or equal to 1",
    "/v2/books?limit=many,limit,must be an integer",
    "/v2/books/none,id,must be an integer",
    "/v2/with-parameters?page=1,X-Shelf,is required",
    "/v2/with-parameters,page,is required"
  })
  void parameter_wrong_isNamed(String path, String parameter, String detail) {
    assertThat(answer(SHOP.get(path, "X-Request-Id", "t")))
        .isEqualTo(
            validation(
                "The request has one fault.",
                "{\"detail\":\"" + detail + "\",\"parameter\":\"" + parameter + "\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /v2/nothing     | 404 | not-found          | Not found          | There is nothing at this address.",
        "GET    | /error          | 404 | not-found          | Not found          |",
        "DELETE | /v2/books       | 405 | method-not-allowed | Method not allowed | Allowed here: GET, POST.",
        "GET    | /v2/books/77    | 404 | not-found          | Not found          | There is no book 77.",
        "GET    | /v2/unexpected  | 500 | internal-error     | Internal error     |",
        "GET    | /v2/later       | 500 | internal-error     | Internal error     |",
        "GET    | /v2/half        | 500 | internal-error     | Internal error     |",
        "GET    | /v2/bare        | 503 | unavailable        | Unavailable        |",
      })
  void failure_ofEveryOrigin_isAProblem(
      String method, String path, int status, String type, String title, @Nullable String detail) {
    assertThat(answer(SHOP.send(method, path, null, "X-Request-Id", "t")))
        .isEqualTo(
            problem(
                "/problems/" + type,
                title,
                status,
                (detail == null ? "" : "\"detail\":\"" + detail + "\",") + "\"requestId\":\"t\""));
  }

  @Test
  void headers_ofARefusal_stay() {
    assertThat(SHOP.send("DELETE", "/v2/books", null).headers().firstValue("Allow"))
        .hasValue("GET, POST");
    assertThat(SHOP.get("/v2/bare").headers().firstValue("Retry-After")).hasValue("7");
    assertThat(SHOP.get("/v2/books", "Gate", "status").headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer");
  }

  @Test
  void mediaType_unknown_isRefused() {
    assertThat(
            answer(SHOP.post("/v2/books", "a", "Content-Type", "text/plain", "X-Request-Id", "t")))
        .isEqualTo(
            problem(
                "/problems/unsupported-media-type",
                "Unsupported media type",
                415,
                "\"detail\":\"This operation reads application/json, application/*+json.\","
                    + "\"requestId\":\"t\""));
    assertThat(answer(SHOP.get("/v2/books", "Accept", "text/csv", "X-Request-Id", "t")))
        .isEqualTo(
            problem(
                "/problems/not-acceptable",
                "Not acceptable",
                406,
                "\"detail\":\"This operation answers with application/json.\","
                    + "\"requestId\":\"t\""));
  }

  @Test
  void filter_refusingOrThrowing_isAProblem() {
    assertThat(answer(SHOP.get("/v2/books", "Gate", "status", "X-Request-Id", "t")))
        .isEqualTo(
            problem(
                "/problems/unauthenticated",
                "Authentication required",
                401,
                "\"requestId\":\"t\""));
    assertThat(answer(SHOP.get("/v2/books", "Gate", "throw", "X-Request-Id", "t")))
        .isEqualTo(
            problem("/problems/internal-error", "Internal error", 500, "\"requestId\":\"t\""));
  }

  @Test
  void unexpectedFailure_isLoggedOnce_andKeptFromTheAnswer() {
    LOG.clear();
    assertThat(SHOP.get("/v2/unexpected").body()).doesNotContain("hunter2");
    assertThat(LOG.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getFormattedMessage()).isEqualTo("request failed unexpectedly");
              assertThat(event.getThrowableProxy().getMessage())
                  .isEqualTo("password=hunter2 in SELECT * FROM book");
            });
  }

  @Test
  void status_withoutAKind_saysWhatTheStatusSays() {
    assertThat(answer(SHOP.get("/v2/annotated", "X-Request-Id", "t")))
        .isEqualTo(problem("about:blank", "Conflict", 409, "\"requestId\":\"t\""));
    assertThat(answer(SHOP.get("/v2/send-error", "X-Request-Id", "t")))
        .isEqualTo(problem("about:blank", "Precondition Failed", 412, "\"requestId\":\"t\""));
  }

  @Test
  void problem_ofTheApplication_isAnsweredAsItIs() {
    String soldOut = "\"detail\":\"None is left.\",\"requestId\":\"t\"";
    assertThat(answer(SHOP.get("/v2/refused", "X-Request-Id", "t")))
        .isEqualTo(
            problem(
                "/problems/sold-out",
                "Sold out",
                409,
                soldOut
                    + ",\"errors\":[{\"detail\":\"is sold out\",\"parameter\":\"id\"}],\"left\":0"));
    assertThat(answer(SHOP.get("/v2/named", "X-Request-Id", "t")))
        .isEqualTo(problem("/problems/sold-out", "Sold out", 409, soldOut + ",\"left\":0"));
    assertThat(answer(SHOP.get("/v2/own"))).isEqualTo("409 text/plain;charset=UTF-8 my own words");
  }

  @ParameterizedTest
  @CsvSource({"/v2/wide", "/v2/unlabelled"})
  void success_askedForAsProblem_isPlainJson(String path) {
    assertThat(answer(SHOP.get(path, "Accept", "application/problem+json")))
        .isEqualTo("200 application/json {\"id\":1}");
  }

  @Test
  void oldVersion_keepsItsErrors() {
    assertThat(answer(SHOP.get("/v1/books/77")))
        .isEqualTo("404 application/json {\"fault\":\"There is no book 77.\",\"status\":404}");
    assertThat(answer(SHOP.get("/v1/nothing")))
        .isEqualTo(
            "404 application/json"
                + " {\"fault\":\"There is nothing at this address.\",\"status\":404}");
  }
}
