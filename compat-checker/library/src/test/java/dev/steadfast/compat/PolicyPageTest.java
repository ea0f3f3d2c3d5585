package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/policy.md and docs/steadfast.schema.json say what the code does. */
class PolicyPageTest {

  private static final Path DOCS = Path.of("../../docs");
  private static final String MARK =
      "<!-- table: written by PolicyPageTest with -Dgolden.update=true -->\n";
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void tableOfProfiles_isWhatTheCodeDoes() throws IOException {
    Path page = DOCS.resolve("policy.md");
    String text = Files.readString(page);
    String expected = text.substring(0, text.indexOf(MARK)) + MARK + '\n' + table();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page)).isEqualTo(expected);
  }

  @Test
  void exampleOnThePage_isAPolicyAndFitsTheSchema() throws IOException {
    Matcher block =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCS.resolve("policy.md")));
    assertThat(block.find()).isTrue();
    byte[] yaml = block.group(1).getBytes(StandardCharsets.UTF_8);
    Source source = Source.of("steadfast.yaml", yaml);
    assertThat(Policy.read(source, RuleCatalogue.ids(), LocalDate.EPOCH).problems()).isEmpty();
    Node value = DataReader.read(source).value();
    assertThat(schema().validate(String.valueOf(value), InputFormat.JSON)).isEmpty();
  }

  @Test
  void schema_listsWhatTheReaderKnows() throws IOException {
    JsonNode properties = MAPPER.readTree(schemaText()).get("properties");
    assertThat(texts(properties.get("profile").get("enum"))).isEqualTo(Profile.names());
    assertThat(texts(properties.get("rules").get("additionalProperties").get("enum")))
        .isEqualTo(Rating.names());
    assertThat(properties.propertyNames())
        .containsExactly("profile", "rules", "unknown", "waivers");
    assertThat(RuleCatalogue.ids()).allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static String schemaText() throws IOException {
    return Files.readString(DOCS.resolve("steadfast.schema.json"));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(MAPPER.readTree(schemaText()));
  }

  private static String table() {
    return "| profile | says | rated | rules |\n|---|---|---|---|\n"
        + ProfileTable.ROWS.stream()
            .map(
                row ->
                    "| `"
                        + row.profile().text()
                        + "` | ["
                        + row.says()
                        + "]("
                        + row.source()
                        + ") | "
                        + row.rating().text()
                        + " | "
                        + row.rules().stream()
                            .map(rule -> "`" + rule + '`')
                            .collect(Collectors.joining(", "))
                        + " |\n")
            .collect(Collectors.joining());
  }
}
