package dev.steadfast.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

  private static ObjectNode server(String url) {
    Node regions = ArrayNode.of(List.of(StringNode.of("eu"), StringNode.of("us")));
    return ObjectNode.of(
        Map.of(
            "url",
            StringNode.of(url),
            "variables",
            ObjectNode.of(Map.of("region", ObjectNode.of(Map.of("enum", regions))))));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.com/v1, https://a.example.com/v1/, true",
    "https://a.example.com/v1, HTTPS://A.example.com:443/v1, true",
    "https://a.example.com/v1, https://a.example.com/v2, false",
    "https://a.example.com, https://a.example.com/, true",
    "https://a.example.com, https://a.example.com:/, true",
    "https://a.example.com/%7Ea/%c3%bc, https://a.example.com/~a/%C3%BC, true",
    "https://a.example.com/%7Ea, https://a.example.com/ü~a, false",
    "https://a.example.com/ü, https://a.example.com/%C3%BC, true",
    "https://a.example.com/a%2fb, https://a.example.com/a/b, false",
    "https://Me@A.example.com/v1, https://Me@a.example.com/v1, true",
    "https://Me@a.example.com/v1, https://me@a.example.com/v1, false",
    "/%7Ev1, /~v1, true",
    "https://a.example.com/v1, http://a.example.com/v1, false",
    "https://{region}.example.com, https://us.example.com, true",
    "https://us.example.com, https://{region}.example.com, false",
    "https://{tenant}.example.com, https://acme.example.com, true",
    "https://{tenant}.example.com, https://{customer}.example.com, true",
    "http://localhost:8081/v1, http://localhost:8080/v1, true",
    "http://localhost:8081/v2, http://localhost:8080/v1, false",
    "/v1, https://a.example.com/v1, true",
    "/v2, https://a.example.com/v1, false",
  })
  void cover(String mine, String wanted, boolean expected) {
    ObjectNode owner = ObjectNode.of(Map.of());
    Servers servers = Servers.of(owner, ArrayNode.of(List.of(server(mine))));
    assertThat(servers.cover(Server.of(server(wanted)))).isEqualTo(expected);
  }
}
