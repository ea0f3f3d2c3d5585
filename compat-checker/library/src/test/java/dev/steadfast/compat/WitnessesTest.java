package dev.steadfast.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The message of the only error, and that a second reader confirms it. */
class WitnessesTest {

  @Test
  void requiredArray_isShownWithAnItem() {
    assertThat(
            request(
                """
                paths:
                  /payments:
                    get:
                      parameters:
                        - {name: part, in: query, required: true, schema: {type: array, items: {type: string}}}
                      responses: {'204': {description: done}}
                """,
                "paths: {}\n"))
        .isEqualTo("GET /payments?part=a HTTP/1.1\nHost: api.example.com\n\n");
  }

  @Test
  void requiredObject_isShownWithAMember() {
    assertThat(
            request(
                """
                paths:
                  /payments:
                    get:
                      parameters:
                        - name: filter
                          in: query
                          required: true
                          style: deepObject
                          schema: {type: object, properties: {state: {enum: [open]}}}
                      responses: {'204': {description: done}}
                """,
                "paths: {}\n"))
        .isEqualTo("GET /payments?filter[state]=open HTTP/1.1\nHost: api.example.com\n\n");
  }

  @Test
  void tokenForTwoDemands_isSentOnce() {
    String schemes =
        """
        components:
          securitySchemes:
            a: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com', scopes: {}}}}
            b: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://b.example.com', scopes: {}}}}
        """;
    assertThat(
            request(
                """
                paths:
                  /payments:
                    get: {security: [{a: [], b: []}], responses: {'204': {description: done}}}
                """
                    + schemes,
                "paths: {}\n" + schemes))
        .isEqualTo(
            "GET /payments HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer TOKEN\n\n");
  }

  @Test
  void fragmentOfAPath_isNotSent_andTheQueryTellsTheOperations() {
    String paths =
        """
        paths:
          /#Action=List:
            get:
              parameters: [{name: Action, in: query, required: true, schema: {enum: [List]}}]
              responses: {'204': {description: done}}
          /#Action=Pay:
            get:
              parameters:
                - {name: Action, in: query, required: true, schema: {enum: [Pay]}}
                - {name: amount, in: query, required: %s, schema: {type: integer}}
              responses: {'204': {description: done}}
        """;
    assertThat(request(paths.formatted("false"), paths.formatted("true")))
        .isEqualTo("GET /?Action=Pay HTTP/1.1\nHost: api.example.com\n\n");
  }

  @Test
  void queryInAPath_isPartOfTheQuery() {
    assertThat(
            request(
                """
                paths:
                  /payments?kind={kind}:
                    get:
                      parameters:
                        - {name: kind, in: path, required: true, schema: {type: string}}
                        - {name: page, in: query, required: true, schema: {type: integer}}
                      responses: {'204': {description: done}}
                """,
                "paths: {}\n"))
        .isEqualTo("GET /payments?kind=a&page=0 HTTP/1.1\nHost: api.example.com\n\n");
  }

  @Test
  void pathThatNoUrlCanHold_isEncoded() {
    assertThat(
            request(
                "paths: {'/zahlungen für/{id}': {get: {responses: {'204': {description: d}}}}}\n",
                "paths: {}\n"))
        .isEqualTo("GET /zahlungen%20f%C3%BCr/1 HTTP/1.1\nHost: api.example.com\n\n");
  }

  @Test
  void serverWithoutAScheme_isKnown() {
    String server = "servers: [{url: //pay.example.com/v1}]\n";

    assertThat(
            request(
                server + "paths: {/payments: {get: {responses: {'204': {description: d}}}}}\n",
                server + "paths: {}\n"))
        .isEqualTo("GET /v1/payments HTTP/1.1\nHost: pay.example.com\n\n");
  }

  @Test
  void stringLongerThan128Kibi_isWrittenOut() {
    String paths =
        """
        paths:
          /payments:
            get:
              parameters: [{name: note, in: query, schema: {type: string%s}}]
              responses: {'204': {description: done}}
        """;
    assertThat(request(paths.formatted(""), paths.formatted(", maxLength: 131072")))
        .isEqualTo(
            "GET /payments?note=" + "a".repeat(131073) + " HTTP/1.1\nHost: api.example.com\n\n");
  }

  @Test
  void vendorsTypeWithoutASuffix_isWrittenAsJson() {
    String paths =
        """
        paths:
          /payments:
            post:
              requestBody:
                content: {application/vnd.pay.object: {schema: {type: object, required: [%s]}}}
              responses: {'204': {description: done}}
        """;
    assertThat(request(paths.formatted(""), paths.formatted("id")))
        .isEqualTo(
            """
            POST /payments HTTP/1.1
            Host: api.example.com
            Content-Type: application/vnd.pay.object
            Content-Length: 2

            {}""");
  }

  @Test
  void fieldOfAForm_isShownInATypeThatIsRefused() {
    assertThat(
            body(
                "multipart/form-data",
                "schema: {type: object, properties: {receipt: {type: string}}},"
                    + " encoding: {receipt: {contentType: 'image/png, image/*'}}",
                "schema: {type: object, properties: {receipt: {type: string}}},"
                    + " encoding: {receipt: {contentType: image/png}}"))
        .isEqualTo(
            """
            --steadfast
            Content-Disposition: form-data; name="receipt"
            Content-Type: image/jpeg

            a
            --steadfast--
            """);
  }

  @Test
  void secondPartOfABody_isShownBehindTheFirst() {
    String parts =
        "schema: {type: array, items: {type: string}},"
            + " prefixEncoding: [{contentType: text/plain}, {contentType: %s}]";
    assertThat(
            body(
                "multipart/mixed",
                parts.formatted("'text/plain, text/csv'"),
                parts.formatted("text/plain")))
        .isEqualTo(
            """
            --steadfast
            Content-Type: text/plain

            a
            --steadfast
            Content-Type: text/csv

            a
            --steadfast--
            """);
  }

  @Test
  void partOfTheUsualType_isRefusedWhereAnotherIsDeclared() {
    String parts = "schema: {type: array, items: {type: object}}";
    assertThat(
            body(
                "multipart/mixed",
                parts + ", itemEncoding: {contentType: 'application/json, application/xml'}",
                parts))
        .isEqualTo(
            """
            --steadfast
            Content-Type: application/xml

            <root><key>value</key></root>
            --steadfast--
            """);
  }

  @Test
  void partWithinAPart_isShownWithin() {
    String parts =
        "schema: {type: object, properties: {a: {type: object, properties: {b: {type: string}}}}},"
            + " encoding: {a: {contentType: multipart/mixed, encoding: {b: {contentType: %s}}}}";
    assertThat(
            body(
                "multipart/form-data",
                parts.formatted("'text/plain, text/csv'"),
                parts.formatted("text/plain")))
        .isEqualTo(
            """
            --steadfast
            Content-Disposition: form-data; name="a"
            Content-Type: multipart/mixed; boundary=part-of-steadfast

            --part-of-steadfast
            Content-Disposition: form-data; name="b"
            Content-Type: text/csv

            a
            --part-of-steadfast--

            --steadfast--
            """);
  }

  @Test
  void headerOfAPart_isShownWithThePart() {
    String parts =
        "schema: {type: object, properties: {a: {type: string}}},"
            + " encoding: {a: {headers: {X-Id: {schema: {type: %s}}}}}";
    assertThat(body("multipart/form-data", parts.formatted("string"), parts.formatted("integer")))
        .isEqualTo(
            """
            --steadfast
            Content-Disposition: form-data; name="a"
            Content-Type: text/plain
            X-Id: true

            a
            --steadfast--
            """);
  }

  @Test
  void itemsOfAStream_areWrittenOneAfterTheOther() {
    assertThat(
            body(
                "application/jsonl",
                "itemSchema: {type: integer}",
                "schema: {type: array, maxItems: 1, items: {type: integer}}"))
        .isEqualTo("0\n0\n");
  }

  @Test
  void numberInAForm_isShownAsTheTextThatItIs() {
    assertThat(
            body(
                "application/x-www-form-urlencoded",
                "schema: {type: object, properties: {n: {type: string}}}",
                "schema: {type: object, properties: {n: {type: integer}}}"))
        .isEqualTo("n=true");
  }

  @Test
  void fieldWithoutAName_isShownAsTheTextThatItIs() {
    assertThat(
            body(
                "application/x-www-form-urlencoded",
                "schema: {type: object, additionalProperties: {type: string}}",
                "schema: {type: object, additionalProperties: {type: integer}}"))
        .isEqualTo("extra=true");
  }

  @Test
  void fieldInJson_isWrittenInJson() {
    String schema = "schema: {type: object, properties: {note: {type: string}}}";
    assertThat(
            body(
                "application/x-www-form-urlencoded",
                schema + ", encoding: {note: {contentType: application/json}}",
                schema))
        .isEqualTo("note=%22a%22");
  }

  @Test
  void partInXml_isWrittenInXml() {
    String schema =
        "schema: {type: object, properties: {to: {type: object, properties: {a: {}}}}},"
            + " encoding: {to: {contentType: %s}}";
    assertThat(
            body(
                "multipart/form-data",
                schema.formatted("application/xml"),
                schema.formatted("application/json")))
        .isEqualTo(
            """
            --steadfast
            Content-Disposition: form-data; name="to"
            Content-Type: application/xml

            <to><key>value</key></to>
            --steadfast--
            """);
  }

  @Test
  void objectInAForm_isReadAsOneTextOrAsFields() {
    String schema =
        "schema: {type: object, properties: {to: {type: object, properties: {a: {}, b: {}}}}}";
    assertThat(
            body(
                "application/x-www-form-urlencoded",
                schema,
                schema + ", encoding: {to: {style: form}}"))
        .isEqualTo("to=%7B%22key%22%3A%22value%22%7D");
  }

  @Test
  void promiseOfOneAlternative_isShownByAValueOfThatAlone() {
    String schema =
        """
        paths:
          /payments:
            get:
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        oneOf:
                          - properties: {kind: {enum: [card]}, pan: {type: string}%s}
                          - properties: {kind: {enum: [cash]}, pan: {type: string}}
        """;
    assertThat(request(schema.formatted(", cvc: {type: string}"), schema.formatted("")))
        .isEqualTo(
            """
            HTTP/1.1 200 OK
            Content-Type: application/json
            Content-Length: 25

            {"cvc":"a","kind":"card"}""");
  }

  @Test
  void xml_isWrittenAsItsObjectsSay() {
    String schema =
        "schema: {type: object, required: [id, tags, list, note], xml: {name: payment, namespace:"
            + " 'urn:p', prefix: p}, properties: {id: {type: integer, xml: {attribute: true}},"
            + " tags: {type: array, minItems: 2, items: {type: string, xml: {name: tag}}},"
            + " list: {type: array, minItems: 1, xml: {wrapped: true}, items: {type: string}},"
            + " note: {const: 'a<b&c'}, max: {type: integer, maximum: %s}}}";
    assertThat(body("application/xml", schema.formatted("2"), schema.formatted("1")))
        .isEqualTo(
            "<p:payment xmlns:p=\"urn:p\" id=\"0\"><list><list>a</list></list>"
                + "<note>a&lt;b&amp;c</note><tag>a</tag><tag>a</tag><max>2</max></p:payment>");
  }

  private static String body(String type, String before, String after) {
    String head = "paths: {/payments: {post: {requestBody: {required: true, content: {";
    String tail = "}}, responses: {'204': {description: done}}}}}";
    String http =
        request(
            head + type + ": {" + before + "}" + tail, head + type + ": {" + after + "}" + tail);
    return http.substring(http.indexOf("\n\n") + 2).replace("\r\n", "\n");
  }

  private static String request(String base, String revision) {
    List<Finding> errors =
        Checker.check(document(base), document(revision), Policy.strict()).findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    assertThat(errors).hasSize(1);
    Witness witness = Objects.requireNonNull(errors.get(0).witness());
    assertThat(witness.unconfirmedBecause()).isNull();
    assertThat(witness.confirmed()).isTrue();
    return witness.http();
  }

  private static Document document(String text) {
    String whole = "openapi: 3.2.0\ninfo: {title: Payments, version: '1'}\n" + text;
    return Objects.requireNonNull(
        SpecReader.read(Source.of("a.yaml", whole.getBytes(StandardCharsets.UTF_8))).document());
  }
}
