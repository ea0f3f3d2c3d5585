package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real server that is right, and wrong in each way. */
class ConformanceTest {

  private static final String SPEC =
      """
      openapi: 3.1.0
      info: { title: Payments, version: %s }
      servers: [{ url: https://api.example/%s }]
      paths:
        /payments:
          get: { deprecated: %s, responses: { '200': { description: Some. } } }
          post: { deprecated: %s, responses: { '201': { description: One. } } }
        /payments/{id}:
          get: { deprecated: %s, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '200': { description: One. } } }
      """;

  private static final String LIFECYCLE =
      """
      api: payments
      versions:
        - version: v1
          spec: v1.yaml
          basePath: /v1
          state: deprecated
          deprecated: 2026-11-01T00:00:00Z
          sunset: 2027-12-01T00:00:00Z
          successor: v2
          migrationGuide: https://docs.example/v2
          brownouts: [{ from: 2027-09-01T09:00:00Z, until: 2027-09-01T09:10:00Z }]
        - version: v2
          spec: v2.yaml
          basePath: /v2
          state: current
          released: 2026-11-01T00:00:00Z
      """;

  private static final String DEPRECATION = "@1793491200";
  private static final String SUNSET = "Wed, 01 Dec 2027 00:00:00 GMT";
  private static final String LINK =
      "<https://docs.example/v2>; rel=\"deprecation\", </v2>; rel=\"successor-version\","
          + " <https://docs.example/v2>; rel=sunset";

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private int status = 401;
  private String type = "application/problem+json";
  private Map<String, List<String>> old =
      Map.of("Deprecation", List.of(DEPRECATION), "Sunset", List.of(SUNSET), "Link", List.of(LINK));
  private Map<String, List<String>> current = Map.of();

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("lifecycle.yaml"), LIFECYCLE);
    Files.writeString(folder.resolve("v1.yaml"), SPEC.formatted("1.0.0", "v1", true, true, true));
    Files.writeString(
        folder.resolve("v2.yaml"), SPEC.formatted("2.0.0", "v2", false, false, false));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(
              exchange.getRequestMethod()
                  + ' '
                  + path
                  + ' '
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.getResponseHeaders().putAll(path.startsWith("/v1") ? old : current);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(path.startsWith("/v1") ? status : 401, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void serverThatIsRight_conforms() {
    Run run = run("--at", "2026-11-22");
    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                version  request                             Deprecation  Sunset  Link  status
                v1       GET /v1/payments                    ok           ok      ok    401 ok
                v1       GET /v1/payments/conformance-probe  ok           ok      ok    401 ok
                v2       GET /v2/payments                    -            -       -     401 ok
                v2       GET /v2/payments/conformance-probe  -            -       -     401 ok

                conforms: 4 requests to %s at 2026-11-22T00:00:00Z
                """
                    .formatted(url()),
                ""));
    assertThat(asked)
        .containsExactly(
            "GET /v1/payments null",
            "GET /v1/payments/conformance-probe null",
            "GET /v2/payments null",
            "GET /v2/payments/conformance-probe null");
  }

  @Test
  void token_isSentWithEveryRequest() {
    assertThat(run("--token", "abc").code()).isZero();
    assertThat(asked).hasSize(4).allMatch(request -> request.endsWith(" Bearer abc"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Deprecation |                               | Deprecation is missing
          Deprecation | true                          | Deprecation 'true' is no date, @ and seconds (RFC 9745 §2.1)
          Deprecation | 1793491200                    | Deprecation '1793491200' is no date, @ and seconds (RFC 9745 §2.1)
          Deprecation | Sun, 01 Nov 2026 00:00:00 GMT | Deprecation is no structured field (RFC 9651): nothing more is allowed, at 4 of 'Sun, 01 Nov 2026 00:00:00 GMT'
          Deprecation | @1793491201                   | Deprecation is '@1793491201', the lifecycle says '@1793491200'
          Deprecation | @1793491200+@1793491200       | Deprecation is sent 2 times
          Sunset      |                               | Sunset is missing
          Sunset      | Wed, 1 Dec 2027 00:00:00 GMT  | Sunset 'Wed, 1 Dec 2027 00:00:00 GMT' is no HTTP-date (RFC 8594 §3, RFC 9110 §5.6.7)
          Sunset      | @1827619200                   | Sunset '@1827619200' is no HTTP-date (RFC 8594 §3, RFC 9110 §5.6.7)
          Sunset      | Sat, 31 Oct 2026 00:00:00 GMT | Sunset 'Sat, 31 Oct 2026 00:00:00 GMT' is before the deprecation (RFC 9745 §4)
          Sunset      | Thu, 02 Dec 2027 00:00:00 GMT | Sunset is 'Thu, 02 Dec 2027 00:00:00 GMT', the lifecycle says 'Wed, 01 Dec 2027 00:00:00 GMT'
          Link        |                               | Link with rel="deprecation" to 'https://docs.example/v2' is missing
          Link        | </v2>; rel=successor-version  | Link with rel="deprecation" to 'https://docs.example/v2' is missing
          Link        | /v2                           | Link does not follow RFC 8288 §3: '<' with a URI and '>' is missing, at 1 of '/v2'
          """)
  void headerThatIsWrong_isAFaultOfBothAnswers(
      String header, @Nullable String value, String fault) {
    Map<String, List<String>> wrong = new HashMap<>(old);
    if (value == null) {
      wrong.remove(header);
    } else {
      wrong.put(header, List.of(value.split("\\+", -1)));
    }
    old = wrong;
    Run run = run("--at", "2026-11-22");
    assertThat(run.code()).isEqualTo(1);
    List<String> faults = run.out().lines().filter(line -> line.startsWith("fault: ")).toList();
    assertThat(faults).hasSize(2);
    assertThat(faults.get(0)).isEqualTo("fault: GET /v1/payments: " + fault);
    assertThat(run.out())
        .endsWith("fails: 2 faults in 4 requests to " + url() + " at 2026-11-22T00:00:00Z\n");
  }

  @Test
  void versionThatDoesNotEnd_saysNothing() {
    current = old;
    assertThat(run("--at", "2026-11-22").out())
        .contains(
            "fault: GET /v2/payments: Deprecation '@1793491200' is sent and nothing ends\n"
                + "fault: GET /v2/payments: Sunset '"
                + SUNSET
                + "' is sent and nothing ends\n");
  }

  @Test
  void linksAgainstThisServer_areResolved() {
    old =
        Map.of(
            "Deprecation", List.of(DEPRECATION),
            "Sunset", List.of(SUNSET),
            "Link", List.of(LINK.replace("</v2>", "<" + url() + "/v2>")));
    assertThat(run("--at", "2026-11-22").code()).isZero();
  }

  /** The status of every answer below /v1, when it is asked, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          410 | 2027-12-01T00:00:00Z | application/problem+json | -
          401 | 2027-12-01T00:00:00Z | application/problem+json | 401 instead of 410: its sunset was 2027-12-01T00:00:00Z
          401 | 2027-11-30T23:59:59Z | application/problem+json | -
          410 | 2027-11-30T23:59:59Z | application/problem+json | 410, and it is neither past its sunset nor in a brownout
          410 | 2027-09-01T09:00:00Z | application/problem+json | -
          410 | 2027-09-01T09:09:59Z | application/problem+json;charset=utf-8 | -
          401 | 2027-09-01T09:09:59Z | application/problem+json | 401 instead of 410: a brownout goes on
          410 | 2027-09-01T09:10:00Z | application/problem+json | 410, and it is neither past its sunset nor in a brownout
          410 | 2027-12-01T00:00:00Z | text/html                | 410 is no problem document (RFC 9457), it is [text/html]
          """)
  void status_changesAtTheSecond(int code, String at, String contentType, @Nullable String fault) {
    status = code;
    type = contentType;
    Run run = run("--at", at);
    assertThat(run.out().lines().filter(line -> line.startsWith("fault: ")).findFirst())
        .isEqualTo(Optional.ofNullable(fault).map(text -> "fault: GET /v1/payments: " + text));
  }

  @Test
  void versionThatIsNotServed_isAFault() {
    status = 404;
    assertThat(run("--at", "2026-11-22").out().lines().filter(line -> line.startsWith("fault: ")))
        .containsExactly("fault: GET /v1/payments: 404: it is not served");
  }

  @Test
  void json_isOneObject() {
    status = 404;
    assertThat(run("--at", "2026-11-22", "--format", "json").out())
        .startsWith(
            "{\"schemaVersion\":1,\"server\":\""
                + url()
                + "\",\"at\":\"2026-11-22T00:00:00Z\","
                + "\"verdict\":\"fails\",\"answers\":[{\"version\":\"v1\",\"operation\":\"GET"
                + " /payments\",\"path\":\"/v1/payments\",\"status\":404,\"faults\":[{\"aspect\":"
                + "\"status\",\"message\":\"404: it is not served\"}]},")
        .endsWith("\"status\":401,\"faults\":[]}]}\n");
  }

  @Test
  void serverThatDoesNotAnswer_exitsWith2() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Run run = Run.of("conformance", "http://127.0.0.1:" + free, "--lifecycle", file());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("steadfast: http://127.0.0.1:" + free + "/v1/payments does not answer: ");
  }

  private Run run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("conformance", url(), "--lifecycle", file()));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  private String file() {
    return folder.resolve("lifecycle.yaml").toString();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
