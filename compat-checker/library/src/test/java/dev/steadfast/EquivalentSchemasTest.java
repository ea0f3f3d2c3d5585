package dev.steadfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.Checker;
import dev.steadfast.compat.Policy;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two schemas of the same values have no finding wherever they stand: in bodies, as properties, and
 * in URLs, headers and forms, where values are texts.
 */
class EquivalentSchemasTest {

  private static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Payments, version: '1'}
      paths:
        /payments/{id}:
          post:
            parameters:
              - {name: id, in: path, required: true, schema: SCHEMA}
              - {name: page, in: query, schema: SCHEMA}
              - {name: pages, in: query, schema: {type: array, items: SCHEMA}}
              - {name: trace, in: header, schema: SCHEMA}
            requestBody:
              content:
                application/json: {schema: {type: object, properties: {a: SCHEMA}}}
                application/x-www-form-urlencoded: {schema: {type: object, properties: {a: SCHEMA}}}
            responses:
              '200':
                description: done
                headers: {X-Page: {schema: SCHEMA}}
                content: {application/json: {schema: SCHEMA}}
      components:
        schemas:
          Text: {type: string}
          Cat: {type: object, required: [meow], properties: {meow: {type: string}}}
          Dog: {type: object, required: [bark], properties: {bark: {type: string}}}
      """;

  static Stream<List<String>> texts() {
    return Stream.of(
        List.of(
            "{type: string, maxLength: 5}",
            "{$ref: '#/components/schemas/Text', maxLength: 5}",
            "{allOf: [{maxLength: 5}, {$ref: '#/components/schemas/Text'}]}",
            "{type: string, if: true, then: {maxLength: 5}}",
            "{type: string, maxLength: 5, minimum: 3}"),
        List.of(
            "{type: string}",
            "{oneOf: [{type: string, maxLength: 3}, {type: string, minLength: 4}]}",
            "{not: {not: {type: string}}}"),
        List.of(
            "{type: string, format: uuid}",
            "{allOf: [{type: string}, {format: uuid}]}",
            "{anyOf: [{type: string, format: uuid}]}"),
        List.of(
            "{type: string, enum: [a, '5']}",
            "{type: string, enum: [a, '5', 6]}",
            "{anyOf: [{const: a}, {const: '5'}]}",
            "{allOf: [{type: string}, {enum: ['5', a, b]}, {enum: [a, '5', c]}]}"),
        List.of(
            "{anyOf: [{type: string, maxLength: 3}, {type: integer}]}",
            "{if: {type: string}, then: {maxLength: 3}, else: {type: integer}}",
            "{type: [string, integer], maxLength: 3}"));
  }

  static Stream<List<String>> objects() {
    return Stream.of(
        List.of(
            "{type: array, maxItems: 0}",
            "{type: array, maxItems: 0, items: {type: string}}",
            "{type: array, maxItems: 0, items: {type: object, properties: {a: {}}}}"),
        List.of(
            "{type: array, maxItems: 1, prefixItems: [{type: string}]}",
            "{type: array, maxItems: 1, items: {type: string}}",
            "{type: array, maxItems: 1, prefixItems: [{type: string}, {type: object}]}"),
        List.of("{type: object, not: {required: [a]}}", "{type: object, properties: {a: false}}"),
        List.of(
            "{type: object, required: [a], properties: {a: {}, b: {}, c: {}},"
                + " oneOf: [{required: [b]}, {required: [c]}]}",
            "{type: object, properties: {a: {}, b: {}, c: {}},"
                + " oneOf: [{required: [a, b]}, {required: [c, a]}]}"),
        List.of(
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
            "{oneOf: [{$ref: '#/components/schemas/Dog'},"
                + " {allOf: [{$ref: '#/components/schemas/Cat'}]}]}"));
  }

  static Stream<Arguments> pairs() {
    return Stream.concat(texts(), objects())
        .flatMap(
            same ->
                same.stream().flatMap(one -> same.stream().map(other -> Arguments.of(one, other))));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void sameValues_areSilent(String one, String other) {
    assertThat(Checker.check(document(one), document(other), Policy.strict()).findings()).isEmpty();
  }

  @Test
  void manyAlternatives_inAnotherOrderAndForm_areSilent() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String closed =
          "{additionalProperties: false, properties: {id: {maxLength: "
              + (i + 1)
              + "}, type: {enum: [t"
              + i
              + ", other]}, p: {}, p"
              + i
              + ": {}}}";
      one.add(closed);
      other.add(0, "{allOf: [" + closed + "]}");
    }
    Document before = document("{oneOf: " + one + "}");
    Document after = document("{oneOf: " + other + "}");
    assertThat(Checker.check(before, after, Policy.strict()).findings()).isEmpty();
  }

  private static Document document(String schema) {
    byte[] text = DOCUMENT.replace("SCHEMA", schema).getBytes(StandardCharsets.UTF_8);
    return Objects.requireNonNull(SpecReader.read(Source.of("a.yaml", text)).document());
  }
}
