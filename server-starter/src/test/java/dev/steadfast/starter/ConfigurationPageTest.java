package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/configuration.md} says what the settings' own documentation says. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");

  private static final String HEAD =
      """
      # Configuration of the starter

      Every key of `steadfast-spring-boot-starter`, by feature. Written from the settings' own documentation;
      `./mvnw -Dfast -pl server-starter -am test -Dtest=ConfigurationPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true` writes it
      again. A duration is written as `250ms`, `10s`, `1m`, `24h`; a size as `64KB`; a list with commas. An environment
      variable sets a key, too: `STEADFAST_REQUESTID_HEADER` sets `steadfast.request-id.header`.
      """;

  @Test
  void page_isWhatTheSettingsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void everyKey_saysWhatItIs() throws IOException {
    for (JsonNode key : metadata().path("properties")) {
      assertThat(key.path("description").asString("")).as(key.path("name").asString()).isNotEmpty();
    }
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream file =
        FilterOrder.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      assertThat(file).isNotNull();
      return JsonMapper.shared().readTree(file);
    }
  }

  private static String page() throws IOException {
    Map<String, List<String>> features = new TreeMap<>();
    Map<String, JsonNode> sorted = new TreeMap<>();
    metadata().path("properties").forEach(key -> sorted.put(key.path("name").asString(), key));
    sorted.forEach(
        (name, key) ->
            features.computeIfAbsent(feature(name), feature -> new ArrayList<>()).add(row(key)));
    StringBuilder page = new StringBuilder(HEAD);
    features.forEach(
        (feature, rows) -> {
          page.append("\n## ").append(feature).append("\n\n");
          page.append("| key | type | default | what |\n|---|---|---|---|\n");
          rows.forEach(page::append);
        });
    return page.toString();
  }

  private static String feature(String key) {
    return key.substring(0, key.indexOf('.', "steadfast.".length()));
  }

  private static String row(JsonNode key) {
    return "| `"
        + key.path("name").asString()
        + "` | "
        + type(key.path("type").asString())
        + " | "
        + value(key.path("defaultValue"))
        + " | "
        + key.path("description")
            .asString("")
            .replaceAll("\\{@code ((?:[^{}]|\\{[^}]*})*)}", "`$1`")
        + " |\n";
  }

  private static String value(JsonNode written) {
    if (written.isMissingNode()) {
      return "";
    }
    String value = written.isString() ? written.asString() : written.toString();
    return '`' + value.replaceAll("^\\[(.*)]$", "$1").replace(", ", ",") + '`';
  }

  private static String type(String java) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("java.lang.Boolean", "true or false");
    names.put("java.lang.Integer", "whole number");
    names.put("java.lang.Long", "whole number");
    names.put("java.lang.Double", "number");
    names.put("java.lang.String", "text");
    names.put("java.net.URI", "URI");
    names.put("java.time.Duration", "duration");
    names.put("org.springframework.util.unit.DataSize", "size");
    names.put("java.util.List<java.lang.String>", "list of text");
    String simple = java.replaceAll("[a-zA-Z_0-9]+\\.|.*\\$", "").replaceAll("[<>]", " ");
    return names.getOrDefault(java, simple.strip());
  }
}
