package dev.steadfast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

  private static String target(Node root, String pointer) {
    Node target = Given.object(root, pointer).target();
    return target == null || target.tree() == null
        ? "nothing"
        : target.tree().name() + '#' + target.pointer();
  }

  @Test
  void pointers_leadAnywhereInTheFile() {
    Node root =
        Given.document(
                Given.api(
                    """
                    paths:
                      /a:
                        get:
                          responses:
                            '200':
                              description: ok
                              content:
                                application/json: {schema: {type: object, properties: {x: {type: string}}}}
                    components:
                      schemas:
                        Deep: {$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/properties/x'}
                        Percent: {$ref: '#/components/schemas/a%20b%25'}
                        a b%: {allOf: [{type: string}]}
                        Item: {$ref: '#/components/schemas/a%20b%25/allOf/0'}
                        Chain: {$ref: '#/components/schemas/Item'}
                    """))
            .root();
    String schemas = "/components/schemas/";
    assertThat(target(root, schemas + "Deep"))
        .isEqualTo(
            "api.yaml#/paths/~1a/get/responses/200/content/application~1json/schema/properties/x");
    assertThat(target(root, schemas + "Percent")).isEqualTo("api.yaml#/components/schemas/a b%");
    assertThat(target(root, schemas + "Item"))
        .isEqualTo("api.yaml#/components/schemas/a b%/allOf/0");
    assertThat(target(root, schemas + "Chain"))
        .isEqualTo("api.yaml#/components/schemas/a b%/allOf/0");
  }

  @Test
  void danglingReferences_areAllProblems_withHints() {
    Reading reading =
        Given.api(
            """
            paths: {}
            components:
              schemas:
                Payment: {$ref: '#/components/schemas/Paymnet'}
                Refund: {items: {$ref: '#/components/schema/Refund'}}
                Card: {allOf: [{$ref: '#/components/schemas/Payment/nope/0'}]}
                Anchor: {$ref: '#here'}
                File: {$ref: 'other.yaml#/A'}
            """);
    assertThat(Given.problems(reading))
        .containsExactly(
            "api.yaml:6:21: dangling reference '#/components/schemas/Paymnet':"
                + " '/components/schemas' has no 'Paymnet'; did you mean 'Payment'",
            "api.yaml:7:28: dangling reference '#/components/schema/Refund': '/components' has no"
                + " 'schema'; did you mean 'schemas'",
            "api.yaml:8:27: dangling reference '#/components/schemas/Paymnet':"
                + " '/components/schemas' has no 'Paymnet'; did you mean 'Payment'",
            "api.yaml:9:20: dangling reference '#here': nothing is anchored as 'here'",
            "api.yaml:10:18: dangling reference 'other.yaml': no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/x.yaml, 'forbidden reference ''http://127.0.0.1/x.yaml'': only files beside the document are read'",
    "file:///etc/hostname, 'forbidden reference ''file:///etc/hostname'': only files beside the document are read'",
    "/etc/hostname, 'forbidden reference ''/etc/hostname'': only files beside the document are read'",
    "//host/x, 'forbidden reference ''//host/x'': only files beside the document are read'",
    "'C:\\x.yaml', 'forbidden reference ''C:\\x.yaml'': only files beside the document are read'",
    "../x.yaml, 'forbidden reference ''../x.yaml'': it leads outside the document''s folder'",
    "a/../../x.yaml, 'forbidden reference ''a/../../x.yaml'': it leads outside the document''s folder'",
    "%2e%2e/x.yaml, 'forbidden reference ''../x.yaml'': it leads outside the document''s folder'"
  })
  void referencesElsewhere_areForbidden(String reference, String message) {
    Reading reading =
        Given.api("paths: {}\ncomponents: {schemas: {A: {$ref: '" + reference + "#/A'}}}");
    assertThat(Given.problems(reading)).containsExactly("api.yaml:4:34: " + message);
  }

  @Test
  void loops_areProblemsAtEachMember_andNotAtTheirUsers() {
    Reading reading =
        Given.api(
            """
            paths: {}
            components:
              schemas:
                User: {$ref: '#/components/schemas/A'}
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/A'}
                Self: {$ref: '#/components/schemas/Self'}
                Tree: {allOf: [{$ref: '#/components/schemas/Tree'}]}
            """);
    assertThat(Given.problems(reading))
        .containsExactly(
            "api.yaml:7:15: reference loop: \"#/components/schemas/B\" leads back here and to nothing"
                + " else",
            "api.yaml:8:15: reference loop: \"#/components/schemas/A\" leads back here and to nothing"
                + " else",
            "api.yaml:9:18: reference loop: \"#/components/schemas/Self\" leads back here and to"
                + " nothing else");
  }

  @Test
  void namesAndData_areNoReferences() {
    Reading reading =
        Given.api(
            "3.1.0",
            """
            paths: {}
            x-top: {$ref: '#/nowhere'}
            components:
              examples:
                E: {value: {$ref: '#/nowhere'}}
              schemas:
                A:
                  properties:
                    $ref: {type: string}
                  required: [$ref]
                  enum: [{$ref: '#/nowhere'}]
                  const: {$ref: '#/nowhere'}
                  default: {$ref: '#/nowhere'}
                  example: {$ref: '#/nowhere'}
                  examples: [{$ref: '#/nowhere'}]
                  x-more: {$ref: '#/nowhere'}
            """);
    assertThat(Given.problems(reading)).isEmpty();
    assertThat(Given.notes(reading)).isEmpty();
  }

  @Test
  void files_areReadOnce_andLeadToEachOther() {
    Reading reading =
        Given.files(
            Map.of(
                "api.yaml",
                "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n"
                    + "components: {schemas: {A: {$ref: 'models/a.json'}, B: {$ref: 'models/b.yaml#/B'}}}",
                "models/a.json",
                "{\"type\": \"array\", \"items\": {\"$ref\": \"./b.yaml#/B\"}}",
                "models/b.yaml",
                "B: {properties: {up: {$ref: '../api.yaml#/components/schemas/A'}}}"));
    Node root = Given.document(reading).root();
    assertThat(target(root, "/components/schemas/A")).isEqualTo("models/a.json#");
    assertThat(target(root, "/components/schemas/B")).isEqualTo("models/b.yaml#/B");
    Node b = Given.target(root, "/components/schemas/B");
    assertThat(Given.target(Given.target(root, "/components/schemas/A"), "/items")).isSameAs(b);
    assertThat(Given.target(b, "/properties/up"))
        .isSameAs(Given.target(root, "/components/schemas/A"));
  }

  @Test
  void problemsInAnotherFile_areReportedThere() {
    Reading reading =
        Given.files(
            Map.of(
                "api.yaml",
                "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n"
                    + "components: {schemas: {A: {$ref: 'b.yaml#/A'}, B: {$ref: 'b.yaml#/B'}, C: {$ref: 'c.yaml'}}}",
                "b.yaml",
                "A: {maxLength: x}\nB: null",
                "c.yaml",
                "a: b: c"));
    assertThat(Given.problems(reading))
        .containsExactly(
            "b.yaml:1:16: 'maxLength' must be a whole number from 0 up, not \"x\"",
            "b.yaml:2:4: 'B' must be a schema, not null",
            "c.yaml:1:5: not YAML: mapping values are not allowed here");
  }

  @Test
  void referencesWhereOpenApiHasNone_areFollowed_withANote() {
    Reading reading =
        Given.files(
            Map.of(
                "api.yaml",
                """
                openapi: 3.0.3
                info: {title: t, version: '1', description: {$ref: 'text.yaml#/intro'}}
                paths:
                  /a:
                    get: {$ref: 'get.yaml'}
                """,
                "get.yaml",
                "responses: {'200': {description: ok}}",
                "text.yaml",
                "intro: Hello"));
    Node root = Given.document(reading).root();
    assertThat(Given.at(root, "/info/description")).isEqualTo(StringNode.of("Hello"));
    Location place = Location.of(Given.at(root, "/paths/~1a/get/responses"));
    assertThat(place).isEqualTo(new Location("get.yaml", "/responses", 1, 12));
    assertThat(Given.notes(reading))
        .containsExactly(
            "api.yaml:2:52: OpenAPI allows no reference for 'description'; it is followed",
            "api.yaml:5:17: OpenAPI allows no reference for 'get'; it is followed");
  }

  @Test
  void identifiers_nameSchemas() {
    Reading reading =
        Given.api(
            "3.1.0",
            """
            paths: {}
            components:
              schemas:
                A: {$id: 'https://example.com/schemas/a', $defs: {x: {$anchor: inner, type: string}}}
                ByUri: {$ref: 'https://example.com/schemas/a'}
                ByAnchor: {$ref: 'https://example.com/schemas/a#inner'}
                B:
                  $id: https://example.com/schemas/b
                  properties:
                    sibling: {$ref: 'a'}
                    own: {$ref: '#/$defs/y'}
                  $defs: {y: {type: integer}}
                Node: {$dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}}}
            """);
    Node root = Given.document(reading).root();
    String schemas = "/components/schemas/";
    assertThat(target(root, schemas + "ByUri")).isEqualTo("api.yaml#/components/schemas/A");
    assertThat(target(root, schemas + "ByAnchor"))
        .isEqualTo("api.yaml#/components/schemas/A/$defs/x");
    assertThat(target(root, schemas + "B/properties/sibling"))
        .isEqualTo("api.yaml#/components/schemas/A");
    assertThat(target(root, schemas + "B/properties/own"))
        .isEqualTo("api.yaml#/components/schemas/B/$defs/y");
    assertThat(target(root, schemas + "Node/properties/next"))
        .isEqualTo("api.yaml#/components/schemas/Node");
  }

  @Test
  void siblings_keepAChainApart_from31On() {
    String rest =
        """
        paths: {}
        components:
          schemas:
            A: {$ref: '#/components/schemas/B', maxLength: 5}
            B: {$ref: '#/components/schemas/C', minLength: 2}
            C: {type: string}
        """;
    assertThat(target(Given.document(Given.api("3.1.0", rest)).root(), "/components/schemas/A"))
        .isEqualTo("api.yaml#/components/schemas/B");
    assertThat(target(Given.document(Given.api(rest)).root(), "/components/schemas/A"))
        .isEqualTo("api.yaml#/components/schemas/C");
  }

  @Test
  void aReferenceToAnotherKind_isAProblem() {
    assertThat(
            Given.problems(
                Given.api(
                    """
                    paths: {}
                    components:
                      parameters:
                        P: {name: p, in: query, schema: {$ref: '#/components/parameters/P'}}
                    """)))
        .containsExactly(
            "api.yaml:6:44: '#/components/parameters/P' leads to a parameter, a schema is wanted");
  }

  @Test
  void discriminatorMappings_areResolvedByNameAndByReference() {
    Reading reading =
        Given.files(
            Map.of(
                "api.yaml",
                """
                openapi: 3.0.3
                info: {title: t, version: '1'}
                paths: {}
                components:
                  schemas:
                    Pet:
                      discriminator:
                        propertyName: kind
                        mapping: {cat: Cat, dog: 'dog.yaml', old: '#/components/schemas/Old'}
                    Cat: {type: object}
                """,
                "dog.yaml",
                "{type: object, properties: {x: {type: strin}}}"));
    assertThat(Given.problems(reading))
        .containsExactly("dog.yaml:1:39: unknown type 'strin'; did you mean 'string'");
    assertThat(Given.notes(reading))
        .containsExactly(
            "api.yaml:9:51: dangling reference '#/components/schemas/Old': '/components/schemas' has"
                + " no 'Old'");
  }

  @Test
  void documentResolves_whatMappingsName() {
    Document document =
        Given.document(
            Given.api(
                "paths: {}\ncomponents: {schemas: {A: {type: string}, B: {$ref: '#/components/schemas/A'}}}"));
    Node from = document.root();
    for (String name : List.of("A", "B", "#/components/schemas/A", "#/components/schemas/B")) {
      assertThat(document.resolve(from, name))
          .isSameAs(Given.at(document.root(), "/components/schemas/A"));
    }
    assertThat(document.resolve(from, "C")).isNull();
    assertThat(document.resolve(from, "http://127.0.0.1/A")).isNull();
  }

  @Test
  void keywordsBesideAReference_areNotes_whereItHidesThem() {
    String rest =
        """
        paths: {}
        components:
          schemas:
            A: {$ref: '#/components/schemas/B', maxLength: 5, description: b, default: x}
            B: {type: string}
        """;
    assertThat(Given.notes(Given.api(rest)))
        .containsExactly("api.yaml:6:41: 'maxLength' beside '$ref' is ignored");
    assertThat(Given.notes(Given.api("3.1.0", rest))).isEmpty();
  }

  @Test
  void aDocumentThatNamesItself_isFoundByThatName() {
    Reading reading =
        Given.api(
            "3.2.0",
            """
            $self: https://example.com/api
            paths:
              /a:
                get:
                  responses:
                    '200': {description: ok, content: {a/b: {$ref: '#/components/mediaTypes/M'}}}
            components:
              mediaTypes: {M: {schema: {$ref: 'https://example.com/api#/components/schemas/A'}}}
              schemas: {A: {type: string}, B: {$ref: '/api#/components/schemas/A'}}
            """);
    Node root = Given.document(reading).root();
    assertThat(target(root, "/components/mediaTypes/M/schema"))
        .isEqualTo("api.yaml#/components/schemas/A");
    assertThat(target(root, "/components/schemas/B")).isEqualTo("api.yaml#/components/schemas/A");
    assertThat(target(root, "/paths/~1a/get/responses/200/content/a~1b"))
        .isEqualTo("api.yaml#/components/mediaTypes/M");
  }
}
