package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code compose.yaml} cannot be started here; what can be checked without Docker is. */
class ComposeTest {

  private static final List<String> SERVERS = List.of("s1", "s2", "s3", "s4", "s5");

  /* Of the Compose Specification, those that are used: a misspelt one fails. */
  private static final Set<String> SERVICE_KEYS =
      Set.of(
          "build",
          "image",
          "command",
          "environment",
          "ports",
          "volumes",
          "networks",
          "depends_on",
          "healthcheck",
          "stop_grace_period",
          "ulimits",
          "restart");

  private static final Set<String> SERVER_VARIABLES =
      Set.of(
          "SERVER_PORT",
          "SERVER_ADDRESS",
          "SERVER_NAME",
          "DATABASE_URL",
          "DATABASE_USER",
          "DATABASE_PASSWORD",
          "REDIS_URL",
          "JWKS_URI",
          "CURSOR_SECRET");

  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET)");

  private static Map<String, Object> compose = Map.of();
  private static Map<String, Map<String, Object>> services = Map.of();

  @BeforeAll
  static void read() throws IOException {
    String text = Files.readString(Checkout.EDGE.resolve("compose.yaml"));
    compose = map(new Load(LoadSettings.builder().build()).loadFromString(text));
    services = new TreeMap<>();
    map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
  }

  @Test
  void services_areTheEdgeFiveServersAndTheirStores() {
    assertThat(services.keySet())
        .containsExactly("edge", "postgres", "redis", "s1", "s2", "s3", "s4", "s5");
    assertThat(images("edge", "postgres", "redis"))
        .containsExactly("haproxy:3.2", "postgres:17", "redis:7");
    assertThat(services.values())
        .allSatisfy(service -> assertThat(service.keySet()).isSubsetOf(SERVICE_KEYS));
  }

  @Test
  void servers_differInNameAndAddressOnly() {
    Map<String, Object> first = alike("s1");
    assertThat(SERVERS).allSatisfy(server -> assertThat(alike(server)).isEqualTo(first));
    assertThat(environment("s1").keySet()).isEqualTo(SERVER_VARIABLES);
    assertThat(SERVERS.stream().map(server -> environment(server).get("SERVER_NAME")))
        .isEqualTo(SERVERS);
  }

  @Test
  void edge_knowsEveryServerAtItsAddress() {
    for (int i = 1; i <= SERVERS.size(); i++) {
      Map<String, Object> network = map(service("s" + i).get("networks"));
      assertThat(environment("edge").get("SERVER" + i))
          .isEqualTo(map(network.get("payments")).get("ipv4_address") + ":9001");
    }
  }

  @Test
  void edge_withTheShippedConfigurationAndItsEnvironment_isValid() {
    assertThat(service("edge").get("volumes")).isEqualTo(List.of(".:/edge:ro"));
    assertThat(service("edge").get("command"))
        .isEqualTo(List.of("haproxy", "-W", "-db", "-f", "/edge/state", "-f", "/edge/haproxy.cfg"));
    Map<String, String> variables = new HashMap<>();
    environment("edge").forEach((name, value) -> variables.put(name, String.valueOf(value)));
    assertThat(Checkout.run(variables, "haproxy", "-c", "-f", "state", "-f", "haproxy.cfg"))
        .isEqualTo(new Checkout.Ended(0, "Configuration file is valid\n"));
  }

  @Test
  void secrets_comeFromTheEnvironmentAndAreRequired() {
    for (String name : services.keySet()) {
      environment(name).entrySet().stream()
          .filter(variable -> SECRET.matcher(variable.getKey()).matches())
          .forEach(
              variable ->
                  assertThat(String.valueOf(variable.getValue())).matches("\\$\\{\\w+:\\?[^}]+}"));
    }
  }

  @Test
  void ports_areOpenOnThisMachineOnly() {
    assertThat(service("edge").get("ports"))
        .isEqualTo(List.of("127.0.0.1:8080:8080", "127.0.0.1:8404:8404"));
    services.forEach(
        (name, service) -> assertThat(service.containsKey("ports")).isEqualTo(name.equals("edge")));
  }

  @Test
  void everythingNamed_exists() throws IOException {
    Object depends = service("s1").get("depends_on");
    assertThat(services.keySet()).containsAll(map(depends).keySet());
    assertThat(service("edge").get("depends_on")).isEqualTo(SERVERS);
    assertThat(map(compose.get("networks")).keySet()).containsExactly("payments");
    assertThat(map(compose.get("volumes")).keySet()).containsExactly("postgres");
    assertThat(map(service("s1").get("build")))
        .containsEntry("context", "..")
        .containsEntry("dockerfile", "haproxy/Dockerfile");
    String jar = "reference-server/server/target/reference-server.jar";
    assertThat(Files.readString(Checkout.EDGE.resolve("Dockerfile"))).contains("COPY " + jar + " ");
    assertThat(Files.readString(Checkout.EDGE.resolve("Dockerfile.dockerignore")))
        .isEqualTo("*\n!" + jar + "\n!reference-server/server/target/lib\n");
    assertThat(Files.readString(Checkout.ROOT.resolve("reference-server/server/pom.xml")))
        .contains("<finalName>reference-server</finalName>");
  }

  private static List<String> images(String... names) {
    return Stream.of(names).map(name -> String.valueOf(service(name).get("image"))).toList();
  }

  /* Without what makes one server this one. */
  private static Map<String, Object> alike(String server) {
    Map<String, Object> all = new TreeMap<>(service(server));
    Map<String, Object> environment = new TreeMap<>(environment(server));
    environment.remove("SERVER_NAME");
    all.put("environment", environment);
    all.remove("networks");
    return all;
  }

  private static Map<String, Object> environment(String service) {
    Object environment = service(service).get("environment");
    return environment == null ? Map.of() : map(environment);
  }

  private static Map<String, Object> service(String name) {
    return map(services.get(name));
  }

  /* With what '<<' brings in. */
  private static Map<String, Object> map(@Nullable Object node) {
    assertThat(node).isInstanceOf(Map.class);
    Map<String, Object> all = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(node))
        .forEach(
            (key, value) -> {
              if ("<<".equals(key)) {
                map(value).forEach(all::putIfAbsent);
              } else {
                all.put(String.valueOf(key), value);
              }
            });
    return all;
  }
}
