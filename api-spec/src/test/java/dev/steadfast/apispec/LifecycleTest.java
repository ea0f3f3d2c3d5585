package dev.steadfast.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code lifecycle.yaml} and the documents tell one story. */
class LifecycleTest {

  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter IN_TEXT =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static Stream<JsonNode> versions() {
    List<JsonNode> versions = new ArrayList<>();
    ApiDocument.yaml(Path.of("lifecycle.yaml")).path("versions").forEach(versions::add);
    return versions.stream();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void version_isServedUnderItsBasePath(JsonNode version) {
    ApiDocument api = ApiDocument.read(version.path("spec").asString());
    String basePath = version.path("basePath").asString();
    assertThat(basePath).isEqualTo("/" + version.path("version").asString());
    assertThat(api.root().path("servers"))
        .allSatisfy(server -> assertThat(server.path("url").asString()).endsWith(basePath));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void operations_areDeprecatedExactlyInADeprecatedVersion(JsonNode version) {
    ApiDocument api = ApiDocument.read(version.path("spec").asString());
    boolean deprecated = version.path("state").asString().equals("deprecated");
    ApiDocument.visit(
        api.root().path("paths"),
        "",
        (pointer, node) -> {
          if (node.isObject() && node.has("operationId")) {
            assertThat(node.path("deprecated").asBoolean(false)).as(pointer).isEqualTo(deprecated);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("versions")
  void deprecatedVersion_saysWhenItEndsAndWhatFollows(JsonNode version) {
    if (!version.path("state").asString().equals("deprecated")) {
      assertThat(version.has("sunset")).isFalse();
      return;
    }
    ApiDocument api = ApiDocument.read(version.path("spec").asString());
    Instant deprecated = instant(version.path("deprecated"));
    Instant sunset = instant(version.path("sunset"));
    assertThat(api.at("/components/headers/Deprecation/example").asString())
        .isEqualTo("@" + deprecated.getEpochSecond());
    assertThat(api.at("/components/headers/Sunset/example").asString())
        .isEqualTo(IMF_FIXDATE.format(sunset));
    assertThat(api.at("/info/description").asString())
        .contains("deprecated since " + IN_TEXT.format(deprecated))
        .contains("ends on " + IN_TEXT.format(sunset));
    assertThat(api.at("/components/headers/Link/example").asString())
        .contains("<" + version.path("migrationGuide").asString() + ">; rel=\"deprecation\"")
        .contains("/" + version.path("successor").asString() + ">; rel=\"successor-version\"");
    assertThat(sunset.atOffset(ZoneOffset.UTC))
        .isAfterOrEqualTo(
            instant(version.path("announced")).atOffset(ZoneOffset.UTC).plusMonths(12));
    assertThat(successor(version).path("state").asString()).isEqualTo("current");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void brownouts_lieBetweenDeprecationAndSunsetInOrder(JsonNode version) {
    List<Instant> instants = new ArrayList<>();
    if (version.has("deprecated")) {
      instants.add(instant(version.path("deprecated")));
    }
    for (JsonNode brownout : version.path("brownouts")) {
      instants.add(instant(brownout.path("from")));
      instants.add(instant(brownout.path("until")));
    }
    if (version.has("sunset")) {
      instants.add(instant(version.path("sunset")));
    }
    assertThat(instants).isSorted().doesNotHaveDuplicates();
  }

  private static JsonNode successor(JsonNode version) {
    return versions()
        .filter(other -> other.path("version").equals(version.path("successor")))
        .findFirst()
        .orElseThrow();
  }

  private static Instant instant(JsonNode text) {
    return OffsetDateTime.parse(text.asString()).toInstant();
  }
}
