package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpRequestTest {

  private static HttpRequest request(String method, String target, @Nullable String body) {
    return new HttpRequest(
        method, "https://api.example.com", target, List.of(Map.entry("X-Id", "7")), body);
  }

  @Test
  void text_countsOctetsOfTheBody() {
    assertThat(request("POST", "/payments?q=1", "{\"note\":\"é\"}").text())
        .isEqualTo(
            """
            POST /payments?q=1 HTTP/1.1
            Host: api.example.com
            X-Id: 7
            Content-Length: 13

            {"note":"é"}""");
  }

  @Test
  void curl_withQuoteInBody_isOneShellWord() {
    assertThat(request("POST", "/payments", "it's $HOME `x` \\").curl())
        .isEqualTo(
            "curl -i https://api.example.com/payments -H 'X-Id: 7'"
                + " --data-raw 'it'\\''s $HOME `x` \\'");
  }

  @Test
  void curl_withBrackets_doesNotGlob() {
    assertThat(request("GET", "/payments?filter[a]=1", null).curl())
        .isEqualTo("curl -i --globoff 'https://api.example.com/payments?filter[a]=1' -H 'X-Id: 7'");
  }

  @Test
  void curl_withDots_keepsThePath() {
    assertThat(request("GET", "/files/../x", null).curl())
        .isEqualTo("curl -i --path-as-is https://api.example.com/files/../x -H 'X-Id: 7'");
  }

  @Test
  void curl_ofHead_asksForNoBody() {
    assertThat(request("HEAD", "/payments", null).curl())
        .isEqualTo("curl -i --head https://api.example.com/payments -H 'X-Id: 7'");
  }

  @Test
  void curl_ofGetWithBody_saysGet() {
    assertThat(request("GET", "/payments", "{}").curl())
        .isEqualTo("curl -i -X GET https://api.example.com/payments -H 'X-Id: 7' --data-raw '{}'");
  }

  @Test
  void curl_withEmptyHeader_sendsIt() {
    HttpRequest request =
        new HttpRequest("GET", "https://a.example.com", "/", List.of(Map.entry("X-Id", "")), null);
    assertThat(request.curl()).isEqualTo("curl -i https://a.example.com/ -H 'X-Id;'");
  }
}
