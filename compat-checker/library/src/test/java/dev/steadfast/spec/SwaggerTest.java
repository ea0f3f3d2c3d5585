package dev.steadfast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SwaggerTest {

  private static final String PAYMENTS =
      """
      swagger: '2.0'
      info: {title: Payments, version: '1'}
      host: api.example.com
      basePath: /v1
      schemes: [https]
      consumes: [application/json]
      produces: [application/json, application/xml]
      parameters:
        Limit: {name: limit, in: query, type: integer, maximum: 100, exclusiveMaximum: true}
        Body: {name: body, in: body, required: true, schema: {$ref: '#/definitions/Payment'}}
      responses:
        Wrong: {description: wrong, schema: {type: string}}
      paths:
        /payments/{id}:
          parameters:
            - {name: id, in: path, required: true, type: string, maxLength: 12}
          get:
            produces: [text/csv]
            parameters:
              - $ref: '#/parameters/Limit'
              - {name: tags, in: query, type: array, items: {type: string, enum: [a]}, minItems: 2}
              - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: multi}
            responses:
              200: {description: ok, schema: {$ref: '#/definitions/Payment'}, headers: {X-R: {type: integer, maximum: 5}}}
              400: {$ref: '#/responses/Wrong'}
          post:
            parameters: [{$ref: '#/parameters/Body'}]
            responses:
              400: {$ref: '#/responses/Wrong'}
        /files:
          post:
            consumes: [multipart/form-data]
            parameters:
              - {name: f, in: formData, type: file, required: true}
              - {name: n, in: formData, type: string, maxLength: 3, x-nullable: true}
            responses:
              204: {description: none}
      definitions:
        Payment:
          type: object
          discriminator: kind
          minProperties: 1
          additionalProperties: false
          properties:
            kind: {type: integer, enum: [1, 2]}
            note: {type: string, x-nullable: true}
            inner: {type: object, additionalProperties: false, properties: {q: {type: boolean}}}
      securityDefinitions:
        o: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://b', scopes: {r: read}}
        b: {type: basic}
      """;

  private final Node root = Given.document(Given.read(PAYMENTS)).root();

  private void shows(String pointer, String json) {
    assertThat(Given.at(root, pointer)).hasToString(json);
  }

  @Test
  void parameters_getSchemas_andTheStyleOfTheirCollectionFormat() {
    String get = "/paths/~1payments~1{id}/get/parameters/";
    shows(
        "/paths/~1payments~1{id}/parameters/0",
        "{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\",\"maxLength\":12}}");
    shows(
        get + "1",
        "{\"name\":\"tags\",\"in\":\"query\",\"style\":\"form\",\"explode\":false,\"schema\":"
            + "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"a\"]},\"minItems\":2}}");
    shows(
        get + "2",
        "{\"name\":\"ids\",\"in\":\"query\",\"style\":\"form\",\"explode\":true,\"schema\":"
            + "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}");
    assertThat(Given.target(root, get + "0"))
        .hasToString(
            "{\"name\":\"limit\",\"in\":\"query\",\"schema\":"
                + "{\"type\":\"integer\",\"maximum\":100,\"exclusiveMaximum\":true}}")
        .isSameAs(Given.at(root, "/components/parameters/Limit"));
  }

  @Test
  void responses_getContent_ofTheOperationOrTheDocument() {
    String path = "/paths/~1payments~1{id}";
    shows(
        path + "/get/responses/200",
        "{\"description\":\"ok\",\"content\":{\"text/csv\":{\"schema\":"
            + "{\"$ref\":\"#/definitions/Payment\"}}},\"headers\":{\"X-R\":{\"schema\":"
            + "{\"type\":\"integer\",\"maximum\":5}}}}");
    shows(
        path + "/get/responses/400",
        "{\"description\":\"wrong\",\"content\":{\"text/csv\":{\"schema\":{\"type\":\"string\"}}}}");
    assertThat(Given.target(root, path + "/post/responses/400"))
        .hasToString(
            "{\"description\":\"wrong\",\"content\":{\"application/json\":{\"schema\":"
                + "{\"type\":\"string\"}},\"application/xml\":{\"schema\":{\"type\":\"string\"}}}}");
  }

  @Test
  void bodiesAndForms_becomeRequestBodies() {
    shows(
        "/paths/~1payments~1{id}/post/requestBody",
        "{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/definitions/Payment\"}}},"
            + "\"required\":true}");
    shows(
        "/paths/~1files/post/requestBody",
        "{\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\",\"properties\":{"
            + "\"f\":{\"type\":\"string\",\"format\":\"binary\"},"
            + "\"n\":{\"type\":\"string\",\"maxLength\":3,\"nullable\":true}},"
            + "\"required\":[\"f\"]}}},\"required\":true}");
    shows("/paths/~1files/post/parameters", "[]");
  }

  @Test
  void schemas_keepEveryKeyword() {
    shows(
        "/components/schemas/Payment",
        "{\"type\":\"object\",\"discriminator\":{\"propertyName\":\"kind\"},\"minProperties\":1,"
            + "\"additionalProperties\":false,\"properties\":{"
            + "\"kind\":{\"type\":\"integer\",\"enum\":[1,2]},"
            + "\"note\":{\"type\":\"string\",\"nullable\":true},"
            + "\"inner\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":"
            + "{\"q\":{\"type\":\"boolean\"}}}}}");
  }

  @Test
  void serversAndSecurity_areThoseOfThree() {
    shows("/servers", "[{\"url\":\"https://api.example.com/v1\"}]");
    shows(
        "/components/securitySchemes",
        "{\"o\":{\"type\":\"oauth2\",\"flows\":{\"authorizationCode\":{\"authorizationUrl\":"
            + "\"https://a\",\"tokenUrl\":\"https://b\",\"scopes\":{\"r\":\"read\"}}}},"
            + "\"b\":{\"type\":\"http\",\"scheme\":\"basic\"}}");
  }

  @Test
  void places_leadToTheAuthorsFile() {
    String path = "/paths/~1payments~1{id}";
    assertThat(Location.of(Given.at(root, path + "/parameters/0/schema/maxLength")))
        .isEqualTo(new Location("api.yaml", path + "/parameters/0/maxLength", 16, 71));
    assertThat(Location.of(Given.at(root, path + "/parameters/0/schema")))
        .isEqualTo(new Location("api.yaml", path + "/parameters/0", 16, 9));
    assertThat(Location.of(Given.at(root, path + "/post/requestBody/content")))
        .isEqualTo(new Location("api.yaml", "/parameters/Body", 10, 9));
    assertThat(Location.of(Given.at(root, "/components/schemas/Payment/properties/note/nullable")))
        .isEqualTo(
            new Location("api.yaml", "/definitions/Payment/properties/note/nullable", 46, 40));
    assertThat(Location.of(Given.at(root, path + "/get/responses/200/content/text~1csv/schema")))
        .isEqualTo(new Location("api.yaml", path + "/get/responses/200/schema", 24, 40));
  }

  @Test
  void problems_areThoseOfTheAuthorsFile() {
    Reading reading =
        Given.read(
            """
            swagger: 2.0
            info: {title: t, version: '1'}
            consumes: json
            paths:
              /a:
                get:
                  parameters:
                    - {name: x, in: query, type: strng}
                    - {name: y, in: query, type: array, items: {type: string}, collectionFormat: xml}
                    - {name: b, in: body, schema: {$ref: '#/definitions/No'}}
                    - {name: c, in: body, schema: {type: string}}
                    - {name: f, in: formData, type: string}
                  responses:
                    200: {$ref: '#/responses/No'}
            """);
    assertThat(Given.problems(reading))
        .containsExactly(
            "api.yaml:3:11: 'consumes' must be an array of strings",
            "api.yaml:8:38: unknown type 'strng'; did you mean 'string'",
            "api.yaml:9:86: 'collectionFormat' must be one of csv, multi, pipes, ssv, tsv, not"
                + " \"xml\"",
            "api.yaml:11:11: a body parameter beside form parameters",
            "api.yaml:11:11: a second body parameter",
            "api.yaml:14:21: dangling reference '#/responses/No': the document has no 'responses'");
    assertThat(Given.notes(reading))
        .containsExactly("api.yaml:1:10: 'swagger' should be a string, in quotes");
  }

  @Test
  void parametersInOtherFiles_areUnderstood() {
    Reading reading =
        Given.files(
            Map.of(
                "api.yaml",
                """
                swagger: '2.0'
                info: {title: t, version: '1'}
                paths:
                  /a:
                    get:
                      parameters: [{$ref: 'common.yaml#/Limit'}, {$ref: 'common.yaml#/Body'}]
                      responses: {200: {$ref: 'common.yaml#/Ok'}}
                """,
                "common.yaml",
                """
                Limit: {name: limit, in: query, type: integer}
                Body: {name: body, in: body, schema: {type: object}}
                Ok: {description: ok, schema: {type: string}}
                """));
    Node get = Given.at(Given.document(reading).root(), "/paths/~1a/get");
    assertThat(Given.target(get, "/parameters/0"))
        .hasToString("{\"name\":\"limit\",\"in\":\"query\",\"schema\":{\"type\":\"integer\"}}");
    assertThat(Given.at(get, "/requestBody"))
        .hasToString("{\"content\":{\"*/*\":{\"schema\":{\"type\":\"object\"}}}}");
    assertThat(Given.target(get, "/responses/200"))
        .hasToString(
            "{\"description\":\"ok\",\"content\":{\"*/*\":{\"schema\":{\"type\":\"string\"}}}}");
  }
}
