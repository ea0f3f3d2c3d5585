package dev.steadfast.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleFilesTest {

  private static final String PARTS =
      Folder.LIFECYCLE
          + """
              operations:
                - operation: POST /payments
                  state: deprecated
                  deprecated: 2026-11-01T00:00:00Z
                  sunset: 2028-01-01T00:00:00Z
                  successor: GET /payments
                  migrationGuide: https://docs.example/create
              fields:
                - field: Payment.card.brand
                  state: deprecated
                  deprecated: 2026-11-01T00:00:00Z
                  reason: Nobody read it.
          """;

  @Test
  void resource_saysWhatEveryOperationSends() {
    assertThat(Folder.open(PARTS, Folder.V1, Folder.V2).resource())
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "api": "payments",
              "versions": [
                {
                  "version": "v1",
                  "basePath": "/v1",
                  "state": "deprecated",
                  "released": "2025-01-15T00:00:00Z",
                  "announced": "2026-10-01T00:00:00Z",
                  "deprecated": "2026-11-01T00:00:00Z",
                  "sunset": "2027-12-01T00:00:00Z",
                  "successor": {"version":"v2","basePath":"/v2"},
                  "brownouts": [{"from":"2027-09-01T09:00:00Z","until":"2027-09-01T09:10:00Z"}],
                  "links": [
                    {"href":"https://docs.example/v2","rel":"deprecation","type":"text/html"},
                    {"href":"https://docs.example/versioning","rel":"sunset","type":"text/html"},
                    {"href":"/v2","rel":"successor-version"}
                  ],
                  "headers": {
                    "Deprecation": "@1793491200",
                    "Sunset": "Wed, 01 Dec 2027 00:00:00 GMT",
                    "Link": "<https://docs.example/v2>; rel=\\"deprecation\\"; type=\\"text/html\\", \
            <https://docs.example/versioning>; rel=\\"sunset\\"; type=\\"text/html\\", </v2>; \
            rel=\\"successor-version\\""
                  },
                  "specification": "META-INF/steadfast/openapi/v1.yaml",
                  "operations": [{"method":"GET","path":"/payments","operationId":"listPayments"}],
                  "fields": []
                },
                {
                  "version": "v2",
                  "basePath": "/v2",
                  "state": "current",
                  "released": "2026-10-01T00:00:00Z",
                  "brownouts": [],
                  "links": [],
                  "headers": {},
                  "specification": "META-INF/steadfast/openapi/v2.yaml",
                  "operations": [
                    {"method":"GET","path":"/payments","operationId":"listPayments"},
                    {
                      "method": "POST",
                      "path": "/payments",
                      "operationId": "createPayment",
                      "state": "deprecated",
                      "announced": "2026-11-01T00:00:00Z",
                      "deprecated": "2026-11-01T00:00:00Z",
                      "sunset": "2028-01-01T00:00:00Z",
                      "successor": "GET /payments",
                      "links": [
                        {"href":"https://docs.example/create","rel":"deprecation","type":"text/html"},
                        {"href":"https://docs.example/versioning","rel":"sunset","type":"text/html"},
                        {"href":"/v2/payments","rel":"successor-version"}
                      ],
                      "headers": {
                        "Deprecation": "@1793491200",
                        "Sunset": "Sat, 01 Jan 2028 00:00:00 GMT",
                        "Link": "<https://docs.example/create>; rel=\\"deprecation\\"; \
            type=\\"text/html\\", <https://docs.example/versioning>; rel=\\"sunset\\"; \
            type=\\"text/html\\", </v2/payments>; rel=\\"successor-version\\""
                      }
                    }
                  ],
                  "fields": [
                    {
                      "field": "Payment.card.brand",
                      "pointer": "/components/schemas/Payment/properties/card/properties/brand",
                      "state": "deprecated",
                      "announced": "2026-11-01T00:00:00Z",
                      "deprecated": "2026-11-01T00:00:00Z"
                    }
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void operationOfADeprecatedVersion_endsWithTheVersionAtTheLatest() {
    String early =
        Folder.LIFECYCLE.replace(
            "  - version: v2",
            """
            operations:
              - operation: GET /payments
                state: deprecated
                deprecated: 2026-12-01T00:00:00Z
                sunset: 2027-11-01T00:00:00Z
                reason: Nobody calls it.
            """
                    .indent(4)
                + "  - version: v2");
    Lifecycle lifecycle = Folder.open(early, Folder.V1, Folder.V2).lifecycle();
    ApiVersion v1 = lifecycle.versions().get(0);
    assertThat(Notices.of(lifecycle, v1, v1.operations().get(0)).headers())
        .containsEntry("Deprecation", "@1793491200")
        .containsEntry("Sunset", "Mon, 01 Nov 2027 00:00:00 GMT");
  }

  @Test
  void headers_areDeclaredOnEveryAnswerOfDeprecatedOperations() {
    Map<String, String> resources = Folder.open(Folder.LIFECYCLE, Folder.V1, Folder.V2).resources();
    assertThat(resources)
        .containsOnlyKeys(
            LifecycleFiles.RESOURCE,
            "META-INF/steadfast/openapi/v1.yaml",
            "META-INF/steadfast/openapi/v2.yaml");
    assertThat(resources.get("META-INF/steadfast/openapi/v2.yaml")).isEqualTo(Folder.V2);
    assertThat(resources.get("META-INF/steadfast/openapi/v1.yaml"))
        .isEqualTo(
            """
            openapi: 3.1.0
            info:
              title: Payments
              version: 1.0.0
            servers:
              - url: https://api.example/v1
            paths:
              /payments:
                get:
                  deprecated: true
                  operationId: listPayments
                  responses:
                    '200':
                      description: The payments.
                      headers:
                        Deprecation:
                          $ref: '#/components/headers/Deprecation'
                        Sunset:
                          $ref: '#/components/headers/Sunset'
                        Link:
                          $ref: '#/components/headers/Link'
                    default:
                      $ref: '#/components/responses/Error'
            components:
              responses:
                Error:
                  description: What was wrong.
                  headers:
                    Deprecation:
                      $ref: '#/components/headers/Deprecation'
                    Sunset:
                      $ref: '#/components/headers/Sunset'
                    Link:
                      $ref: '#/components/headers/Link'
              headers:
                Deprecation:
                  description: Since when this is deprecated (RFC 9745), as a structured-field date.
                  required: true
                  schema:
                    type: string
                  example: '@1793491200'
                Sunset:
                  description: When this ends (RFC 8594), as an HTTP-date in GMT.
                  required: true
                  schema:
                    type: string
                  example: Wed, 01 Dec 2027 00:00:00 GMT
                Link:
                  description: Where to read more, and what takes the place of this (RFC 8288).
                  required: true
                  schema:
                    type: string
                  example: <https://docs.example/v2>; rel="deprecation"; type="text/html", <https://docs.example/versioning>;
                    rel="sunset"; type="text/html", </v2>; rel="successor-version"
            """);
  }

  @Test
  void declaredSpecification_keepsItsPromisesAndItsLifecycle() {
    Map<String, String> resources = Folder.open(Folder.LIFECYCLE, Folder.V1, Folder.V2).resources();
    String declared = String.valueOf(resources.get("META-INF/steadfast/openapi/v1.yaml"));
    LifecycleFiles again = Folder.open(Folder.LIFECYCLE, declared, Folder.V2);
    assertThat(again.resources()).containsEntry("META-INF/steadfast/openapi/v1.yaml", declared);
  }

  /** Only one of the operations ends: the answer that both share must not promise its headers. */
  @Test
  void answerThatIsShared_isCopiedForTheOperationThatEnds() {
    String shared =
        Folder.V2
            .replace(
                "'201': { description: A payment. }",
                "'201': { $ref: '#/components/responses/Made' }")
            .replace(
                "components:\n", "components:\n  responses: { Made: { description: Made. } }\n");
    String bundle =
        Folder.open(PARTS, Folder.V1, shared).resources().get("META-INF/steadfast/openapi/v2.yaml");
    assertThat(bundle)
        .contains(
            """
                    '201':
                      description: Made.
                      headers:
            """)
        .contains(
            """
              responses:
                Made:
                  description: Made.
              schemas:
            """);
  }

  @Test
  void otherFiles_becomeComponents() {
    String split =
        Folder.V2.replace(
            "$ref: '#/components/schemas/Payment'", "$ref: 'parts/money.yaml#/Payment'");
    String parts =
        """
        Payment:
          properties:
            id: { type: string }
            next: { $ref: '#/Payment' }
            amount: { $ref: 'amount.yaml' }
        """;
    Map<String, String> files =
        Map.of(
            "lifecycle.yaml",
            Folder.LIFECYCLE,
            "v1.yaml",
            Folder.V1,
            "v2.yaml",
            split,
            "parts/money.yaml",
            parts,
            "parts/amount.yaml",
            "type: integer\n");
    assertThat(
            Folder.open(Folder.source(files)).resources().get("META-INF/steadfast/openapi/v2.yaml"))
        .contains("schema:\n                $ref: '#/components/schemas/Payment_2'\n")
        .contains(
            """
                amount:
                  type: integer
                Payment_2:
                  properties:
                    id:
                      type: string
                    next:
                      $ref: '#/components/schemas/Payment_2'
                    amount:
                      $ref: '#/components/schemas/amount'
            """);
  }

  @Test
  void maps_areSortedAndSayWhereTheyComeFrom() {
    Map<String, String> maps = Folder.open(Folder.LIFECYCLE, Folder.V1, Folder.V2).maps();
    assertThat(maps)
        .containsOnlyKeys(
            "accept-versions.map",
            "brownouts.map",
            "current.map",
            "deprecation-headers.map",
            "link-headers.map",
            "successors.map",
            "sunset-headers.map",
            "sunset.map",
            "versions.map");
    assertThat(maps.get("versions.map"))
        .isEqualTo(
            """
            # Written by 'steadfast lifecycle haproxy' from lifecycle.yaml; change it there.
            # base path, version
            /v1 v1
            /v2 v2
            """);
    assertThat(rows(maps, "accept-versions.map")).isEqualTo("1 v1\n2 v2\n");
    assertThat(rows(maps, "current.map")).isEqualTo("current v2\n");
    assertThat(rows(maps, "sunset.map")).isEqualTo("v1 1827619200\n");
    assertThat(rows(maps, "successors.map")).isEqualTo("v1 /v2\n");
    assertThat(rows(maps, "brownouts.map")).isEqualTo("1819789200:1819789799 v1\n");
    assertThat(rows(maps, "deprecation-headers.map")).isEqualTo("v1 @1793491200\n");
    assertThat(rows(maps, "sunset-headers.map")).isEqualTo("v1 Wed, 01 Dec 2027 00:00:00 GMT\n");
  }

  @Test
  void brownoutsOfTwoVersions_areCutIntoRangesThatDoNotMeet() {
    String both =
        Folder.LIFECYCLE.replace(
            "  - version: v2",
            """
            - version: v0
              basePath: /v0
              state: retired
              brownouts:
                - { from: 2027-09-01T09:05:00Z, until: 2027-09-01T09:20:00Z }
            """
                    .indent(2)
                + "  - version: v2");
    assertThat(rows(Folder.open(both, Folder.V1, Folder.V2).maps(), "brownouts.map"))
        .isEqualTo(
            """
            1819789200:1819789499 v1
            1819789500:1819789799 v0,v1
            1819789800:1819790399 v0
            """);
  }

  private static String rows(Map<String, String> maps, String file) {
    return maps.getOrDefault(file, "missing").replaceAll("(?m)^#.*\n", "");
  }
}
