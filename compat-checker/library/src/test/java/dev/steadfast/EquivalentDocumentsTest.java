package dev.steadfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.Checker;
import dev.steadfast.compat.Policy;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same contract written in two ways has no finding, in either direction. */
class EquivalentDocumentsTest {

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(
            "a part of the path moves from the servers to the templates",
            """
            servers: [{url: 'https://a.example.com/v1'}]
            paths:
              /payments: {get: {responses: {'204': {description: done}}}}
            """,
            """
            servers: [{url: 'https://a.example.com'}]
            paths:
              /v1/payments: {get: {responses: {'204': {description: done}}}}
            """),
        Arguments.of(
            "a percent that need not be there, the case of a host, a default port",
            """
            servers: [{url: 'https://A.example.com:443/%7Eus/'}]
            paths:
              /pay%6dents/a%2fb: {get: {responses: {'204': {description: done}}}}
            """,
            """
            servers: [{url: 'https://a.example.com/~us'}]
            paths:
              /payments/a%2Fb: {get: {responses: {'204': {description: done}}}}
            """),
        Arguments.of(
            "a link names an operation by its place, or by its id",
            """
            paths:
              /payments/{id}: {get: {operationId: find, responses: {'204': {description: done}}}}
              /payments:
                get:
                  responses:
                    '200': {description: ok, links: {first: {operationId: find}}}
            """,
            """
            paths:
              /payments/{id}: {get: {operationId: find, responses: {'204': {description: done}}}}
              /payments:
                get:
                  responses:
                    '200':
                      description: ok
                      links: {first: {operationRef: '#/paths/~1payments~1{id}/get'}}
            """),
        Arguments.of(
            "servers of a path are servers of its operations",
            """
            paths:
              /payments:
                servers: [{url: 'https://a.example.com'}]
                get: {responses: {'204': {description: done}}}
            """,
            """
            paths:
              /payments:
                get:
                  servers: [{url: 'https://a.example.com/'}]
                  responses: {'204': {description: done}}
            """),
        Arguments.of(
            "what stands beside a reference is ignored (OAS 3.0.3, Reference Object)",
            """
            openapi: 3.0.3
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          required: [id]
                          properties: {id: {$ref: '#/components/schemas/Id', readOnly: true}}
                  responses: {'204': {description: done}}
            components: {schemas: {Id: {type: string}}}
            """,
            """
            openapi: 3.0.3
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {required: [id], properties: {id: {type: string}}}
                  responses: {'204': {description: done}}
            """),
        Arguments.of(
            "readOnly behind allOf and two references",
            """
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          required: [id]
                          properties: {id: {allOf: [{$ref: '#/components/schemas/Alias'}]}}
                  responses: {'204': {description: done}}
            components:
              schemas:
                Alias: {$ref: '#/components/schemas/Id'}
                Id: {type: string, readOnly: true}
            """,
            posting(
                """
                application/json:
                  schema: {required: [id], properties: {id: {type: string, readOnly: true}}}
                """)),
        Arguments.of(
            "servers are not where webhooks go",
            """
            paths: {}
            servers: [{url: 'https://a.example.com'}]
            webhooks: {paid: {post: {responses: {'204': {description: done}}}}}
            """,
            """
            paths: {}
            servers: [{url: 'https://b.example.com'}]
            webhooks: {paid: {post: {responses: {'204': {description: done}}}}}
            """),
        Arguments.of(
            "two entries of one media type",
            """
            paths:
              /payments:
                get:
                  responses:
                    '200':
                      description: done
                      content:
                        application/json: {example: {id: a}}
                        application/json; charset=utf-8: {schema: {properties: {id: {type: string}}}}
            """,
            """
            paths:
              /payments:
                get:
                  responses:
                    '200':
                      description: done
                      content:
                        application/json: {}
                        application/json; charset=utf-8: {schema: {properties: {id: {type: string}}}}
            """),
        Arguments.of(
            "a parameter behind a reference",
            """
            paths:
              /payments:
                get:
                  parameters: [{$ref: '#/components/parameters/Limit'}]
                  responses: {'204': {description: done}}
            components:
              parameters:
                Limit: {name: limit, in: query, schema: {type: integer}}
            """,
            """
            paths:
              /payments:
                parameters: [{name: limit, in: query, style: form, schema: {type: integer}}]
                get:
                  responses: {'204': {description: done}}
            """),
        Arguments.of(
            "a range of codes and its codes",
            """
            paths:
              /payments:
                get:
                  responses:
                    2XX: {description: done}
                    default: {description: failed}
            """,
            """
            paths:
              /payments:
                get:
                  responses:
                    2xx: {description: well}
                    default: {description: not well}
            """),
        Arguments.of(
            "security of the document and of its operations",
            """
            security: [{key: []}]
            paths:
              /payments: {get: {responses: {'204': {description: done}}}}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
            """,
            """
            paths:
              /payments:
                get:
                  security: [{apiKey: []}]
                  responses: {'204': {description: done}}
            components:
              securitySchemes: {apiKey: {type: apiKey, in: header, name: x-key}}
            """),
        Arguments.of(
            "header parameters that OpenAPI ignores",
            """
            paths:
              /payments:
                get:
                  parameters: [{name: Accept, in: header, required: true, schema: {type: string}}]
                  responses: {'204': {description: done}}
            """,
            """
            paths:
              /payments: {get: {responses: {'204': {description: done}}}}
            """),
        Arguments.of(
            "an encoding where no property is written on its own",
            posting(
                """
                application/json:
                  schema: {type: object, properties: {tags: {type: array}}}
                """),
            posting(
                """
                application/json:
                  schema: {type: object, properties: {tags: {type: array}}}
                  encoding: {tags: {contentType: text/csv, explode: false}}
                """)),
        Arguments.of(
            "headers of fields that are no parts, and the encoding of no field",
            posting(
                """
                application/x-www-form-urlencoded:
                  schema: {type: object, properties: {note: {type: string}}}
                """),
            posting(
                """
                application/x-www-form-urlencoded:
                  schema: {type: object, properties: {note: {type: string}}}
                  encoding:
                    note: {headers: {X-Part: {required: true, schema: {type: string}}}}
                    receipt: {contentType: image/png}
                """)),
        Arguments.of(
            "a path parameter that the template does not name",
            """
            paths:
              /payments: {get: {responses: {'204': {description: done}}}}
            """,
            """
            paths:
              /payments:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: done}}
            """),
        Arguments.of(
            "branches of one text that a discriminator selects by name, in another order",
            """
            paths:
              /payments:
                get:
                  responses:
                    '200':
                      description: done
                      content:
                        application/json:
                          schema:
                            oneOf:
                              - {$ref: '#/components/schemas/Card'}
                              - {$ref: '#/components/schemas/Voucher'}
                            discriminator: {propertyName: kind}
            components: {schemas: {Card: {properties: {id: {}}}, Voucher: {properties: {id: {}}}}}
            """,
            """
            paths:
              /payments:
                get:
                  responses:
                    '200':
                      description: done
                      content:
                        application/json:
                          schema:
                            oneOf:
                              - {$ref: '#/components/schemas/Voucher'}
                              - {$ref: '#/components/schemas/Card'}
                            discriminator: {propertyName: kind}
            components: {schemas: {Voucher: {properties: {id: {}}}, Card: {properties: {id: {}}}}}
            """),
        Arguments.of(
            "branches that a discriminator names and that list other values, in two ways",
            """
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          oneOf: [{$ref: '#/components/schemas/Card'}]
                          discriminator: {propertyName: kind}
                  responses: {'204': {description: done}}
            components:
              schemas: {Card: {properties: {kind: {type: string, enum: [debit, credit]}}}}
            """,
            """
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          oneOf: [{$ref: '#/components/schemas/Card'}]
                          discriminator: {propertyName: kind}
                  responses: {'204': {description: done}}
            components:
              schemas:
                Kind: {oneOf: [{const: debit}, {const: credit}]}
                Card: {properties: {kind: {allOf: [{$ref: '#/components/schemas/Kind'}]}}}
            """),
        Arguments.of(
            "files, by their format in a component and under keywords that say nothing",
            """
            openapi: 3.0.3
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      image/png: {schema: {type: string, format: binary, minLength: 0}}
                      multipart/form-data:
                        schema: {type: object, properties: {receipt: {type: string, format: binary}}}
                  responses: {'204': {description: done}}
            """,
            """
            openapi: 3.0.3
            paths:
              /payments:
                post:
                  requestBody:
                    content:
                      image/png: {schema: {allOf: [{$ref: '#/components/schemas/File'}]}}
                      multipart/form-data:
                        schema:
                          type: object
                          properties: {receipt: {allOf: [{$ref: '#/components/schemas/File'}]}}
                  responses: {'204': {description: done}}
            components: {schemas: {File: {type: string, format: binary}}}
            """),
        Arguments.of(
            "a link by id and by reference, its parameter with and without its place",
            """
            paths:
              /payments:
                post:
                  responses:
                    '201':
                      description: done
                      links: {self: {operationId: payment, parameters: {id: $response.body#/id}}}
              /payments/{id}:
                get:
                  operationId: payment
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: done}}
            """,
            """
            paths:
              /payments:
                post:
                  responses:
                    '201':
                      description: done
                      links:
                        self:
                          operationRef: '#/paths/~1payments~1{payment}/get'
                          parameters: {path.payment: $response.body#/id}
              /payments/{payment}:
                get:
                  operationId: payment
                  parameters: [{name: payment, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: done}}
            """));
  }

  /* A request body with this content, and nothing else that matters. */
  private static String posting(String content) {
    return """
        paths:
          /payments:
            post:
              responses: {'204': {description: done}}
              requestBody:
                content:
        """
        + content.indent(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void equivalent_isSilent(String what, String one, String other) {
    assertThat(Checker.check(document(one), document(other), Policy.strict()).findings()).isEmpty();
    assertThat(Checker.check(document(other), document(one), Policy.strict()).findings()).isEmpty();
  }

  private static Document document(String text) {
    String version = text.startsWith("openapi:") ? "" : "openapi: 3.1.0\n";
    String whole = version + text + "info: {title: Payments, version: '1'}\n";
    return Objects.requireNonNull(
        SpecReader.read(Source.of("a.yaml", whole.getBytes(StandardCharsets.UTF_8))).document());
  }
}
