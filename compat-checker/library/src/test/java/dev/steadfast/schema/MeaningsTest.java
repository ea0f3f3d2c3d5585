package dev.steadfast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which schemas are one to the engine, and which must not be. */
final class MeaningsTest {

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"string","maxLength":3}  | {"maxLength":3,"type":"string"}
          {"type":"string","title":"A"}    | {"type":"string","description":"B","x-c":1,"default":""}
          {"items":{"type":"null"}}        | {"items":{"type":"null","examples":[null]}}
          {"properties":{"a":{"minimum":1}}} | {"properties":{"a":{"minimum":1.0}}}
          """)
  void sameText_isOneSchema(String one, String other) {
    assertThat(areOne(one, other, View.PLAIN, View.PLAIN)).isTrue();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"string"}                | {"type":"string","maxLength":3}
          {"enum":["a","b"],"type":"string"} | {"enum":["a"],"type":"string"}
          {"properties":{"a":{"type":"null"}}} | {"properties":{"b":{"type":"null"}}}
          {"items":{"$ref":"#/$defs/X"}}   | {"items":{"$ref":"#/$defs/X"}}
          {"type":"object","discriminator":{"propertyName":"a"}} | {"type":"object","discriminator":{"propertyName":"a"}}
          {"properties":{"a":{"type":"null"}}} | {"properties":{"a":{"type":"null","readOnly":true}}}
          """)
  void otherTextOrMoreThanText_isAnotherSchema(String one, String other) {
    assertThat(areOne(one, other, View.PLAIN, View.PLAIN)).isFalse();
  }

  @ParameterizedTest(name = "{0} in two directions: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"properties":{"a":{"type":"null"}}}                  | true
          {"properties":{"a":{"type":"null","readOnly":true}}}  | false
          {"properties":{"a":{"type":"null","writeOnly":true}}} | false
          """)
  void direction_counts_whereSomethingDoesNotTravel(String text, boolean one) {
    assertThat(areOne(text, text, View.REQUEST_SENT, View.RESPONSE_SENT)).isEqualTo(one);
  }

  private static boolean areOne(String one, String other, View left, View right) {
    String text =
        String.format(
            "{\"$defs\":{\"X\":{\"type\":\"null\"}},\"prefixItems\":[%s,%s]}", one, other);
    Source source = Source.of("schema.json", text.getBytes(StandardCharsets.UTF_8));
    Document document =
        Objects.requireNonNull(
            SpecReader.readSchema(source, Dialect.DRAFT_2020_12).document(), "readable");
    Schemas schemas = new Schemas();
    Schema.Located first = at(schemas, document, left, 0);
    Schema.Located second = at(schemas, document, right, 1);
    return schemas.representative(first) == schemas.representative(second);
  }

  private static Schema.Located at(Schemas schemas, Document document, View view, int index) {
    ObjectNode root = (ObjectNode) document.root();
    return (Schema.Located)
        schemas.of(document, Keywords.items(root.get("prefixItems")).get(index), view);
  }
}
