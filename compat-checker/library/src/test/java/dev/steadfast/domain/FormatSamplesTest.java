package dev.steadfast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the samples of a format look like to networknt's validator, which shares no code. */
class FormatSamplesTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static boolean accepts(String format, String string) {
    Schema schema = REGISTRY.getSchema("{\"format\":\"" + format + "\"}");
    return schema
        .validate(
            JsonNodeFactory.instance.stringNode(string),
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date",
        "date-time",
        "time",
        "duration",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "iri",
        "iri-reference",
        "uri-template",
        "json-pointer",
        "relative-json-pointer",
        "uuid",
        "regex"
      })
  void members_areAccepted_othersRefused(String format) {
    StringSet set = StringSet.format(format);
    List<String> members = set.samples(20);
    List<String> others =
        set.not().samples(20).stream()
            .filter(string -> !isWronglyAccepted(format, string))
            .toList();
    assertThat(members).isNotEmpty().allMatch(string -> accepts(format, string));
    assertThat(others).isNotEmpty().noneMatch(string -> accepts(format, string));
  }

  /** RFC 6570 §2.1 has no space among the literals. */
  private static boolean isWronglyAccepted(String format, String string) {
    return format.equals("uri-template") && string.contains(" ");
  }
}
