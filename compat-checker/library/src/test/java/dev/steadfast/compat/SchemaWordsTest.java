package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the worst finding says of a response's schema that became another. */
class SchemaWordsTest {

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of(
            "properties: {a: {type: string, enum: [x, y]}}",
            "properties: {a: {type: string}}",
            "property 'a': enum '[\"x\",\"y\"]' was removed"),
        Arguments.of(
            "properties: {a: {type: array, items: {}, minItems: 1}}",
            "properties: {a: {type: array, items: {}}}",
            "property 'a': minimum number of items '1' was removed"),
        Arguments.of(
            "oneOf: [{const: 1, title: NEW}, {const: 2}]",
            "oneOf: [{const: 1, title: NEW}, {const: 2}, {const: 3, title: PAID}]",
            "response body: alternative 'PAID' was added"),
        Arguments.of(
            "oneOf: [{const: 1}, {const: 2}]",
            "oneOf: [{const: 1}, {const: 2}, {const: 3}]",
            "response body: alternative '3' was added"),
        Arguments.of(
            "properties: {a: {$ref: '#/components/schemas/Id'}}",
            "properties: {a: {$ref: '#/components/schemas/Note'}}",
            "schema 'Id' (now 'Note'): type changed from 'integer' to 'string'"),
        Arguments.of(
            "properties: {a: {type: integer}}",
            "properties: {a: {$ref: '#/components/schemas/Note'}}",
            "property 'a': type changed from 'integer' to 'string'"),
        Arguments.of(
            "allOf: [{type: object}, {type: object, properties: {a: {}}}]",
            "properties: {a: {}}",
            "response body: type 'object' was removed"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void message_names_whatChanged(String before, String after, String message) {
    assertThat(
            Checker.check(document(before), document(after), Policy.strict()).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::message)
                .filter(said -> !said.endsWith("may be null now")))
        .containsExactly(message);
  }

  private static Document document(String schema) {
    String text =
        """
        openapi: 3.1.0
        info: {title: Payments, version: '1'}
        paths:
          /payments:
            get:
              responses:
                '200': {description: done, content: {application/json: {schema: {%s}}}}
        components: {schemas: {Id: {type: integer}, Note: {type: string}}}
        """
            .formatted(schema);
    return Objects.requireNonNull(
        SpecReader.read(Source.of("a.yaml", text.getBytes(StandardCharsets.UTF_8))).document());
  }
}
