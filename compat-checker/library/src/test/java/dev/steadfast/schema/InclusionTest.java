package dev.steadfast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.Subset;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import dev.steadfast.spec.StringNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions with their answers and, where the answer is no, the value: {@code inclusion.jsonl}. */
final class InclusionTest {

  static Stream<Arguments> questions() throws IOException {
    try (InputStream lines = InclusionTest.class.getResourceAsStream("/schema/inclusion.jsonl")) {
      String text =
          new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> (ObjectNode) document(line, Dialect.DRAFT_2020_12).root())
          .map(question -> Arguments.of(text(question, "about"), question));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void question_asked_hasItsAnswer(String about, ObjectNode question) {
    Dialect dialect =
        question.has("dialect")
            ? Dialect.valueOf(text(question, "dialect"))
            : Dialect.DRAFT_2020_12;
    Subset subset =
        Subset.decide(
            document(member(question, "a").toString(), dialect),
            document(member(question, "b").toString(), dialect));
    assertThat(subset.kind().text()).as(about).isEqualTo(text(question, "answer"));
    assertThat(subset.witness()).as(about).isEqualTo(question.get("value"));
    assertThat(subset.confirmed()).as(about).isEqualTo(question.has("value"));
  }

  private static Node member(ObjectNode object, String key) {
    return Objects.requireNonNull(object.get(key));
  }

  private static String text(ObjectNode object, String key) {
    return ((StringNode) member(object, key)).value();
  }

  private static Document document(String text, Dialect dialect) {
    Source source = Source.of("schema.json", text.getBytes(StandardCharsets.UTF_8));
    Reading reading = SpecReader.readSchema(source, dialect);
    assertThat(reading.problems()).isEmpty();
    return Objects.requireNonNull(reading.document());
  }
}
