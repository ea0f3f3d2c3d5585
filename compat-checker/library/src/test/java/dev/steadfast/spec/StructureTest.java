package dev.steadfast.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureTest {

  @ParameterizedTest
  @CsvSource({
    "'foo: bar', '1:1: not an OpenAPI document: it has neither ''openapi'' nor ''swagger'''",
    "'openpi: 3.0.0', '1:1: not an OpenAPI document: it has neither ''openapi'' nor ''swagger'', but ''openpi'''",
    "'[1]', '1:1: not an OpenAPI document: it is no object'",
    "'openapi: 4.0.0', '1:10: unsupported OpenAPI version ''4.0.0''; supported are 3.0, 3.1, 3.2 and Swagger 2.0'",
    "'openapi: [3.0]', '1:10: unsupported OpenAPI version ''[3.0]''; supported are 3.0, 3.1, 3.2 and Swagger 2.0'",
    "'swagger: 1.2', '1:10: unsupported Swagger version ''1.2''; supported is 2.0'",
    "'openapi: 3.0.0\npaths: []', '2:8: ''paths'' must be the paths, not an array'"
  })
  void whatIsNoOpenApi_isAProblem(String text, String message) {
    assertThat(Given.problems(Given.read(text))).containsExactly("api.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "3.0.3, OPENAPI_3_0, OPENAPI_3_0",
    "3.1.1, OPENAPI_3_1, DRAFT_2020_12",
    "3.2.0, OPENAPI_3_2, DRAFT_2020_12"
  })
  void versions_tellTheDialect(String version, Version expected, Dialect dialect) {
    Document document = Given.document(Given.api(version, "paths: {}"));
    assertThat(document.version()).isEqualTo(expected);
    assertThat(document.dialect(document.root())).isEqualTo(dialect);
  }

  @Test
  void wrongTypes_areAllProblems() {
    Reading reading =
        Given.api(
            """
            paths:
              /a:
                parameters: {id: {}}
                get:
                  deprecated: 'true'
                  security: {}
                  responses: []
            components:
              parameters:
                P: {name: 1, in: body, required: maybe}
                Q: {schema: {}}
              schemas:
                A: null
                B: {type: objekt, required: name, properties: []}
                C: {maxLength: -1, minItems: 1.5, multipleOf: 0, minimum: '1', enum: x, pattern: 1}
                D: {allOf: {type: string}, additionalProperties: 1, nullable: 'yes', format: [a]}
                E: {items: [{type: string}], discriminator: {mapping: {a: 1}}}
                F: {type: [string, 1], minLength: 3.0}
                G: {exclusiveMinimum: x}
            """);
    assertThat(Given.problems(reading))
        .containsExactly(
            "api.yaml:5:17: 'parameters' must be an array, not an object",
            "api.yaml:7:19: 'deprecated' must be true or false, not \"true\"",
            "api.yaml:8:17: 'security' must be an array, not an object",
            "api.yaml:9:18: 'responses' must be the responses, not an array",
            "api.yaml:12:15: 'name' must be a string, not 1",
            "api.yaml:12:22: 'in' must be one of cookie, header, path, query, not 'body'",
            "api.yaml:12:38: 'required' must be true or false, not \"maybe\"",
            "api.yaml:13:8: a parameter lacks 'in'",
            "api.yaml:13:8: a parameter lacks 'name'",
            "api.yaml:15:8: 'A' must be a schema, not null",
            "api.yaml:16:15: unknown type 'objekt'; did you mean 'object'",
            "api.yaml:16:33: 'required' must be an array of strings, not \"name\"",
            "api.yaml:16:51: 'properties' must be an object, not an array",
            "api.yaml:17:20: 'maxLength' must be a whole number from 0 up, not -1",
            "api.yaml:17:34: 'minItems' must be a whole number from 0 up, not 1.5",
            "api.yaml:17:51: 'multipleOf' must be a number above 0, not 0",
            "api.yaml:17:63: 'minimum' must be a number, not \"1\"",
            "api.yaml:17:74: 'enum' must be an array, not \"x\"",
            "api.yaml:17:86: 'pattern' must be a string, not 1",
            "api.yaml:18:16: 'allOf' must be an array, not an object",
            "api.yaml:18:54: 'additionalProperties' must be a schema, true or false, not 1",
            "api.yaml:18:67: 'nullable' must be true or false, not \"yes\"",
            "api.yaml:18:82: 'format' must be a string, not an array",
            "api.yaml:19:16: 'items' must be a schema, not an array",
            "api.yaml:19:49: a discriminator lacks 'propertyName'",
            "api.yaml:19:63: 'a' must be a string, not 1",
            "api.yaml:20:24: 'type' must be a JSON type or an array of them, not 1",
            "api.yaml:21:27: 'exclusiveMinimum' must be true or false, not \"x\"");
  }

  @Test
  void lesserFaults_areNotes() {
    Reading reading =
        Given.api(
            """
            paths:
              /a/{id}:
                get:
                  respones: {}
                  description: 1
              /a/{other}:
                get:
                  operationId: x
                  parameters: [{name: id, in: path, schema: {}}]
                  responses: {'200': {}}
                post:
                  operationId: x
                  responses: {'200': {description: ok, content: null}}
            tags: null
            components:
              schemas:
                A: {requird: [a], const: 1, exclusiveMinimum: 1, type: ['null', string]}
            """);
    assertThat(Given.problems(reading)).isEmpty();
    assertThat(Given.notes(reading))
        .containsExactly(
            "api.yaml:6:7: an operation lacks 'responses'",
            "api.yaml:6:7: path parameter 'id' of '/a/{id}' is not described",
            "api.yaml:6:7: unknown 'respones' in an operation; did you mean 'responses'",
            "api.yaml:7:20: 'description' must be a string, not 1",
            "api.yaml:8:3: path '/a/{other}' has the same shape as '/a/{id}'",
            "api.yaml:10:7: path parameter 'other' of '/a/{other}' is not described",
            "api.yaml:11:20: a path parameter must say 'required: true'",
            "api.yaml:11:20: path parameter 'id' is not in '/a/{other}'",
            "api.yaml:12:26: a response lacks 'description'",
            "api.yaml:14:7: path parameter 'other' of '/a/{other}' is not described",
            "api.yaml:14:20: operationId 'x' is used before, at 10:20",
            "api.yaml:15:53: 'content' must be an object, not null",
            "api.yaml:16:7: 'tags' must be an array, not null",
            "api.yaml:19:9: unknown 'requird' in a schema; did you mean 'required'",
            "api.yaml:19:23: 'const' is no part of OpenAPI 3.0 for a schema",
            "api.yaml:19:51: 'exclusiveMinimum' must be true or false, not 1",
            "api.yaml:19:60: an array of types is no part of OpenAPI 3.0",
            "api.yaml:19:61: type 'null' is no part of OpenAPI 3.0");
  }

  @Test
  void twoParametersOfOneName_areAProblem_whenTheyDiffer() {
    Reading reading =
        Given.api(
            """
            paths:
              /a:
                get:
                  parameters:
                    - {name: x, in: query, schema: {type: string}}
                    - {name: x, in: query, schema: {type: string}}
                    - {name: x, in: header, schema: {type: string}}
                    - {name: x, in: query, schema: {type: integer}}
                  responses: {'204': {description: none}}
            """);
    assertThat(Given.problems(reading))
        .containsExactly("api.yaml:10:11: a second query parameter 'x', unlike the first");
    assertThat(Given.notes(reading))
        .containsExactly("api.yaml:8:11: a second query parameter 'x', equal to the first");
  }

  @Test
  void newerFields_areNotes_inOlderDocuments() {
    String rest =
        """
        paths:
          /a:
            query: {responses: {'200': {description: ok}}}
            additionalOperations:
              COPY: {responses: {'200': {description: ok, content: {a/b: {itemSchema: {type: x}}}}}}
        """;
    assertThat(Given.problems(Given.api("3.2.0", rest)))
        .containsExactly("api.yaml:7:86: unknown type 'x'");
    assertThat(Given.notes(Given.api("3.2.0", rest))).isEmpty();
    assertThat(Given.notes(Given.api("3.1.0", rest)))
        .containsExactly(
            "api.yaml:5:5: 'query' is no part of OpenAPI 3.1 for a path item",
            "api.yaml:6:5: 'additionalOperations' is no part of OpenAPI 3.1 for a path item",
            "api.yaml:7:67: 'itemSchema' is no part of OpenAPI 3.1 for a Media Type Object");
    assertThat(
            Given.problems(
                Given.api(
                    "3.2.0",
                    "paths: {}\ncomponents: {parameters: {Q: {name: q, in: querystring, content: {}}}}")))
        .isEmpty();
  }

  @Test
  void booleanSchemas_belongTo31() {
    String rest = "paths: {}\ncomponents: {schemas: {A: true, B: {properties: {x: false}}}}";
    assertThat(Given.problems(Given.api("3.1.0", rest))).isEmpty();
    assertThat(Given.problems(Given.api(rest)))
        .containsExactly(
            "api.yaml:4:27: 'A' must be a schema, not true",
            "api.yaml:4:53: 'x' must be a schema, not false");
  }

  @Test
  void anUnquotedVersion_isUnderstood() {
    Reading reading = Given.read("openapi: 3.1\ninfo: {title: t, version: 1.0}\npaths: {}");
    assertThat(Given.document(reading).version()).isEqualTo(Version.OPENAPI_3_1);
    assertThat(Given.notes(reading))
        .containsExactly(
            "api.yaml:1:10: 'openapi' should be a string, in quotes",
            "api.yaml:2:27: 'version' must be a string, not 1.0");
  }

  @Test
  void schemasByThemselves_sayTheirDialect() {
    Source draft4 =
        Source.of(
            "a.json",
            "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"items\":[{}],\"exclusiveMinimum\":true}"
                .getBytes(UTF_8));
    Document document = Given.document(SpecReader.readSchema(draft4, Dialect.DRAFT_2020_12));
    assertThat(document.dialect(document.root())).isEqualTo(Dialect.DRAFT_04);
    assertThat(document.version()).isEqualTo(Version.JSON_SCHEMA);
    Source plain = Source.of("b.json", "{\"items\":[{}]}".getBytes(UTF_8));
    assertThat(Given.problems(SpecReader.readSchema(plain, Dialect.DRAFT_2020_12)))
        .containsExactly("b.json:1:10: 'items' must be a schema, not an array");
    assertThat(Given.problems(SpecReader.readSchema(plain, Dialect.DRAFT_07))).isEmpty();
  }

  @Test
  void problemsBeyondTheLimit_areCounted() {
    StringBuilder rest = new StringBuilder("paths: {}\ncomponents:\n  schemas:\n");
    for (int i = 0; i < 1200; i++) {
      rest.append("    S").append(i).append(": null\n");
    }
    Reading reading = Given.api(rest.toString());
    assertThat(reading.problems()).hasSize(1001);
    assertThat(reading.problems().get(1000).message()).isEqualTo("and 200 more problems");
  }
}
