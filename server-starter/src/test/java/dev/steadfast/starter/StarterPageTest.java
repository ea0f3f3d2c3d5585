package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.MovableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/** What {@code docs/starter.md} shows is what happens. */
class StarterPageTest {

  private static final Path PAGE = Path.of("../docs/starter.md");
  private static final Pattern EXCHANGE =
      Pattern.compile("<!-- at (\\S+) -->\n```http\n(.*?)```", Pattern.DOTALL);

  private static List<String> blocks(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  @Test
  void exchanges_areAnsweredAsShown(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("lifecycle.json"), blocks("json").get(0));
    MovableClock clock = new MovableClock(Instant.EPOCH);
    Matcher exchange = EXCHANGE.matcher(Files.readString(PAGE));
    int count = 0;
    try (Bookshop shop =
        Bookshop.openWith(List.of(clock), "steadfast.lifecycle.location=" + file.toUri())) {
      while (exchange.find()) {
        clock.set(Instant.parse(exchange.group(1)));
        assertAnswered(shop, exchange.group(2));
        count++;
      }
    }
    assertThat(count).isEqualTo(blocks("http").size()).isEqualTo(3);
  }

  private static void assertAnswered(Bookshop shop, String exchange) {
    int middle = exchange.indexOf("\n\nHTTP/1.1 ");
    String[] request = exchange.substring(0, middle).split("\n\n", 2);
    String[] answer = exchange.substring(middle + 2).strip().split("\n\n", 2);
    String[] asked = request[0].split("\n", -1);
    String[] start = asked[0].split(" ", 2);
    List<String> headers = new ArrayList<>();
    for (int i = 1; i < asked.length; i++) {
      headers.addAll(List.of(asked[i].split(": ", 2)));
    }
    @Nullable String body = request.length > 1 ? request[1] : null;
    HttpResponse<String> answered =
        shop.send(start[0], start[1], body, headers.toArray(String[]::new));
    String[] said = answer[0].split("\n", -1);
    assertThat("HTTP/1.1 " + answered.statusCode()).isEqualTo(said[0]);
    for (int i = 1; i < said.length; i++) {
      String[] header = said[i].split(": ", 2);
      assertThat(answered.headers().allValues(header[0])).containsExactly(header[1]);
    }
    assertThat(answered.body()).isEqualTo(answer[1]);
  }

  @Test
  void settings_shown_exist() throws IOException {
    for (String block : blocks("yaml")) {
      YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
      yaml.setResources(new ByteArrayResource(block.getBytes(StandardCharsets.UTF_8)));
      Properties shown = yaml.getObject();
      if (shown == null) {
        throw new AssertionError("is not YAML: " + block);
      }
      Map<String, String> ours = new TreeMap<>();
      for (String name : shown.stringPropertyNames()) {
        if (name.startsWith("steadfast.")) {
          ours.put(name, shown.getProperty(name));
        }
      }
      assertThat(Settings.bound(ours)).containsAllEntriesOf(ours);
    }
  }

  @Test
  void format_shown_isTheOneThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("src/test/java/dev/steadfast/bookshop/OldErrors.java")))
        .endsWith(blocks("java").get(0));
  }

  @Test
  void dependency_shown_isThisModule() throws IOException {
    String shown = blocks("xml").get(0);
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            element(shown, "groupId"), element(shown, "artifactId"), element(shown, "version"));
  }

  private static String element(String xml, String name) {
    return xml.substring(
        xml.indexOf("<" + name + '>'), xml.indexOf("</" + name + '>') + name.length() + 3);
  }
}
