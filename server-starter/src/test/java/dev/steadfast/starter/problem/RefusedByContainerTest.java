package dev.steadfast.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.OldErrors;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no client library sends. */
class RefusedByContainerTest {

  private static final Bookshop SHOP = Bookshop.openWith(List.of(new OldErrors()));

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /v2/books?x=<> HTTP/1.1 | 400 | /problems/malformed-request | Malformed request",
        "GET /v2/a%2Fb HTTP/1.1      | 400 | /problems/malformed-request | Malformed request",
        "GET /v2/%ZZ HTTP/1.1        | 400 | /problems/malformed-request | Malformed request",
        "GE(T /v2/books HTTP/1.1     | 400 | /problems/malformed-request | Malformed request",
        "GET /v2/books HTTP/7.7      | 505 | about:blank | HTTP Version not supported",
        "TRACE /v2/books HTTP/1.1    | 405 | /problems/method-not-allowed | Method not allowed",
      })
  void request_thatIsNotAllowedAnywhere_isAProblem(
      String line, int status, String type, String title) throws IOException {
    String answer = send(line);
    String id = answer.replaceFirst("(?s).*\r\nX-Request-Id: ([0-9a-f]{32})\r\n.*", "$1");
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("\r\nContent-Type: application/problem+json\r\n")
        .endsWith(
            "\r\n\r\n{\"type\":\""
                + type
                + "\",\"title\":\""
                + title
                + "\",\"status\":"
                + status
                + ",\"requestId\":\""
                + id
                + "\"}");
  }

  @Test
  void query_thatCannotBeDecoded_isAProblem() throws IOException {
    assertThat(send("GET /v2/books?x=%ZZ HTTP/1.1"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"detail\":\"The query or the form cannot be read.\"");
  }

  @Test
  void request_toAnOldVersion_keepsItsErrors() throws IOException {
    assertThat(send("GET /v1/a%2Fb HTTP/1.1"))
        .startsWith("HTTP/1.1 400 ")
        .endsWith("\r\n\r\n{\"fault\":\"Malformed request\",\"status\":400}");
  }

  private static String send(String line) throws IOException {
    String request = line + "\r\nHost: x\r\nConnection: close\r\n\r\n";
    URI shop = URI.create(SHOP.url());
    try (Socket socket = new Socket(shop.getHost(), shop.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
