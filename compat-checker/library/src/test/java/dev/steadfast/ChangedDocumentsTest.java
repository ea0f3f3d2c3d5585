package dev.steadfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.Checker;
import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Policy;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Near misses and odd spellings: which rules see a change, there and back. */
class ChangedDocumentsTest {

  private static final String OPENAPI = "openapi: 3.1.0\ninfo: {title: Payments, version: '1'}\n";
  private static final String EARLIER = "openapi: 3.0.3\ninfo: {title: Payments, version: '1'}\n";
  private static final String LATER = "openapi: 3.2.0\ninfo: {title: Payments, version: '1'}\n";
  private static final String SWAGGER = "swagger: '2.0'\ninfo: {title: Payments, version: '1'}\n";

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(
            "names of query parameters do not ignore case",
            parameter(OPENAPI, "{name: Page, in: query, schema: {type: integer}}"),
            parameter(OPENAPI, "{name: page, in: query, schema: {type: integer}}"),
            List.of("request-parameter-removed", "optional-request-parameter-added"),
            List.of("request-parameter-removed", "optional-request-parameter-added")),
        Arguments.of(
            "a query parameter becomes a header of another spelling",
            parameter(OPENAPI, "{name: trace, in: query, schema: {type: string}}"),
            parameter(OPENAPI, "{name: Trace, in: header, schema: {type: string}}"),
            List.of("request-parameter-moved"),
            List.of("request-parameter-moved")),
        Arguments.of(
            "the name of a query string is never sent",
            parameter(LATER, "{name: all, in: querystring, content: {a/b: {}}}"),
            parameter(LATER, "{name: every, in: querystring, content: {a/b: {}}}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a list of Swagger 2.0 is kept apart by tabs",
            parameter(SWAGGER, "{name: ids, in: query, type: array, items: {type: string}}"),
            parameter(
                SWAGGER,
                "{name: ids, in: query, type: array, items: {type: string}, collectionFormat: tsv}"),
            List.of("request-parameter-serialization-changed"),
            List.of("request-parameter-serialization-changed")),
        Arguments.of(
            "a list in a header of Swagger 2.0 is kept apart by pipes",
            header("{type: array, items: {type: string}}"),
            header("{type: array, items: {type: string}, collectionFormat: pipes}"),
            List.of("response-header-serialization-changed"),
            List.of("response-header-serialization-changed")),
        Arguments.of(
            "a field becomes a file",
            form("{type: string}"),
            form("{type: string, format: binary}"),
            List.of(
                "request-encoding-narrowed", "request-encoding-widened", "request-format-changed"),
            List.of(
                "request-encoding-narrowed", "request-encoding-widened", "request-format-changed")),
        Arguments.of(
            "a file is bytes, in 3.0 by its format and in 3.1 by having no schema",
            file(EARLIER, "{type: string, format: binary}"),
            file(OPENAPI, "{}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a part that is a file of any bytes, in 3.0 and in 3.1",
            upload(EARLIER, "{type: string, format: binary}"),
            upload(OPENAPI, "{}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a part for each of some files, in 3.0 and in 3.1",
            upload(EARLIER, "{type: array, items: {type: string, format: binary}}"),
            upload(OPENAPI, "{type: array, items: {}}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a file of any bytes, and one of some length",
            upload(EARLIER, "{type: string, format: binary}"),
            upload(OPENAPI, "{minLength: 1}"),
            List.of("request-min-length-increased"),
            List.of("request-min-length-decreased")),
        Arguments.of(
            "the fields of a query, as parameters and as one form",
            parameter(
                LATER,
                "{name: page, in: query, required: true, schema: {type: integer}},"
                    + " {name: tags, in: query, schema: {type: array, items: {type: string}}}"),
            queryString(
                "required: true, ",
                "properties: {page: {type: integer}, tags: {type: array, items: {type: string}}},"
                    + " required: [page]"),
            List.of(),
            List.of()),
        Arguments.of(
            "a field of a query becomes required in the form",
            parameter(
                LATER,
                "{name: page, in: query, required: true, schema: {type: integer}},"
                    + " {name: size, in: query, schema: {type: integer}}"),
            queryString(
                "required: true, ",
                "properties: {page: {type: integer}, size: {type: integer}},"
                    + " required: [page, size]"),
            List.of("request-property-became-required"),
            List.of("request-property-became-optional")),
        Arguments.of(
            "a field of a query has another type in the form",
            parameter(LATER, "{name: page, in: query, schema: {type: integer}}"),
            queryString("", "properties: {page: {type: boolean}}"),
            List.of("request-type-changed"),
            List.of("request-type-changed")),
        Arguments.of(
            "a field of a query is not in the form",
            parameter(
                LATER,
                "{name: page, in: query, schema: {type: integer}},"
                    + " {name: size, in: query, schema: {type: integer}}"),
            queryString("", "properties: {page: {type: integer}}"),
            List.of("request-property-removed"),
            List.of("request-property-added")),
        Arguments.of(
            "a field of a query is written in another way in the form",
            parameter(
                LATER,
                "{name: ids, in: query, explode: false,"
                    + " schema: {type: array, items: {type: string}}}"),
            queryString("", "properties: {ids: {type: array, items: {type: string}}}"),
            List.of("encoding-serialization-changed"),
            List.of("encoding-serialization-changed")),
        Arguments.of(
            "a value that is known beside all others",
            reply("{anyOf: [{type: string}, {type: string, enum: [a, b]}]}"),
            reply("{anyOf: [{type: string}, {type: string, enum: [a, b, c]}]}"),
            List.of("response-enum-value-added"),
            List.of("response-enum-value-removed")),
        Arguments.of(
            "a property that every value of a list has",
            body(OPENAPI, "{type: object, properties: {a: {type: integer}}}"),
            body(OPENAPI, "{enum: [{a: 1}]}"),
            List.of("request-enum-value-removed"),
            List.of("request-enum-value-added")),
        Arguments.of(
            "a property that every value of a list has, in responses",
            reply("{type: object, properties: {a: {type: integer}}, required: [a]}"),
            reply("{const: {a: 1}}"),
            List.of("response-enum-value-removed"),
            List.of("response-enum-value-added")),
        Arguments.of(
            "a property that no value of a list has",
            reply("{type: object, properties: {a: {type: integer}, b: {}}}"),
            reply("{enum: [{a: 1}, {a: 2}]}"),
            List.of("response-enum-value-removed", "response-property-removed"),
            List.of("response-enum-value-added", "response-property-added")),
        Arguments.of(
            "a property that is required and not described",
            reply("{type: object, properties: {a: {type: integer}}, required: [a]}"),
            reply("{type: object, required: [a]}"),
            List.of("response-type-widened", "response-null-allowed"),
            List.of("response-type-narrowed", "response-null-disallowed")),
        Arguments.of(
            "a property that may be anything",
            reply("{type: object, properties: {a: {}}, required: [a]}"),
            reply("{type: object, required: [a]}"),
            List.of(),
            List.of()),
        Arguments.of(
            "the format byte of 3.0 is contentEncoding in 3.1",
            body(EARLIER, "{type: string, format: byte}"),
            body(OPENAPI, "{type: string, contentEncoding: base64}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a text is written in another encoding",
            body(OPENAPI, "{type: string, contentEncoding: base64}"),
            body(OPENAPI, "{type: string, contentEncoding: base16}"),
            List.of("request-format-widened", "request-content-changed"),
            List.of("request-format-narrowed", "request-content-changed")),
        Arguments.of(
            "the JSON text inside a text",
            body(
                OPENAPI, "{type: string, contentMediaType: a/json, contentSchema: {type: object}}"),
            body(OPENAPI, "{type: string, contentMediaType: a/json, contentSchema: {}}"),
            List.of("request-content-widened"),
            List.of("request-content-narrowed")),
        Arguments.of(
            "the digits of a number are a string where values travel as texts",
            parameter(OPENAPI, "{name: page, in: query, schema: {type: integer}}"),
            parameter(OPENAPI, "{name: page, in: query, schema: {type: string}}"),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "numbers and the names of numbers, as texts",
            parameter(OPENAPI, "{name: size, in: query, schema: {enum: [1, 2]}}"),
            parameter(OPENAPI, "{name: size, in: query, schema: {enum: ['1', '2', '3']}}"),
            List.of("request-enum-value-added"),
            List.of("request-enum-value-removed")),
        Arguments.of(
            "a string that may also be a number, as a text",
            parameter(OPENAPI, "{name: size, in: query, schema: {type: string}}"),
            parameter(
                OPENAPI,
                "{name: size, in: query, schema: {oneOf: [{type: string}, {type: integer}]}}"),
            List.of(),
            List.of()),
        Arguments.of(
            "in JSON a number is no string",
            body(OPENAPI, "{type: integer}"),
            body(OPENAPI, "{type: string}"),
            List.of("request-type-changed"),
            List.of("request-type-changed")),
        Arguments.of(
            "a default that changed, and one of a value that is always sent",
            parameter(OPENAPI, "{name: page, in: query, schema: {type: integer, default: 1}}"),
            parameter(OPENAPI, "{name: page, in: query, schema: {type: integer, default: 2}}"),
            List.of("request-default-changed"),
            List.of("request-default-changed")),
        Arguments.of(
            "a number in a form is the text of its digits",
            fields("application/x-www-form-urlencoded", "{n: {type: integer}}", ""),
            fields("application/x-www-form-urlencoded", "{n: {type: string}}", ""),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "numbers in a form are the texts of their digits, one by one",
            fields("multipart/form-data", "{n: {type: array, items: {type: integer}}}", ""),
            fields("multipart/form-data", "{n: {type: array, items: {type: string}}}", ""),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "an object in a form is written in JSON",
            fields(
                "multipart/form-data", "{o: {type: object, properties: {n: {type: integer}}}}", ""),
            fields(
                "multipart/form-data", "{o: {type: object, properties: {n: {type: string}}}}", ""),
            List.of("request-type-changed"),
            List.of("request-type-changed")),
        Arguments.of(
            "a field whose text is JSON",
            fields("multipart/form-data", "{n: {type: integer}}", "{n: {contentType: a/json}}"),
            fields("multipart/form-data", "{n: {type: string}}", "{n: {contentType: a/json}}"),
            List.of("request-type-changed"),
            List.of("request-type-changed")),
        Arguments.of(
            "a field of a form takes other texts of numbers",
            fields("multipart/form-data", "{n: {enum: [1, 2]}}", ""),
            fields("multipart/form-data", "{n: {enum: ['1', '2', '3']}}", ""),
            List.of("request-enum-value-added"),
            List.of("request-enum-value-removed")),
        Arguments.of(
            "the second part of a body becomes an image",
            parts("prefixEncoding: [{contentType: text/plain}, {contentType: text/plain}]"),
            parts("prefixEncoding: [{contentType: text/plain}, {contentType: image/png}]"),
            List.of("request-encoding-narrowed", "request-encoding-widened"),
            List.of("request-encoding-narrowed", "request-encoding-widened")),
        Arguments.of(
            "parts are told one by one, or all at once",
            parts(
                "prefixEncoding: [{contentType: text/plain}], itemEncoding: {contentType: text/plain}"),
            parts("itemEncoding: {contentType: text/plain}"),
            List.of(),
            List.of()),
        Arguments.of(
            "all parts take more media types",
            parts("itemEncoding: {contentType: text/plain}"),
            parts("itemEncoding: {contentType: 'text/plain, text/csv'}"),
            List.of("request-encoding-widened"),
            List.of("request-encoding-narrowed")),
        Arguments.of(
            "what is said by default of parts",
            parts("itemEncoding: {contentType: text/plain}"),
            parts("itemEncoding: {}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a header of the second part",
            parts("prefixEncoding: [{}, {}]"),
            parts("prefixEncoding: [{}, {headers: {X-Id: {required: true, schema: {}}}}]"),
            List.of("required-request-parameter-added"),
            List.of("request-parameter-removed")),
        Arguments.of(
            "headers of one name in two parts",
            parts(
                "prefixEncoding: [{headers: {X-Id: {schema: {type: string}}}},"
                    + " {headers: {X-Id: {schema: {type: string}}}}]"),
            parts(
                "prefixEncoding: [{headers: {X-Id: {schema: {type: integer}}}},"
                    + " {headers: {X-Id: {schema: {type: string}}}}]"),
            List.of("request-type-narrowed"),
            List.of("request-type-widened")),
        Arguments.of(
            "a part within a part",
            parts(
                "itemEncoding: {contentType: multipart/mixed,"
                    + " itemEncoding: {contentType: text/plain}}"),
            parts(
                "itemEncoding: {contentType: multipart/mixed,"
                    + " itemEncoding: {contentType: 'text/plain, text/csv'}}"),
            List.of("request-encoding-widened"),
            List.of("request-encoding-narrowed")),
        Arguments.of(
            "positions count in no other media type",
            stream("application/jsonl", "itemSchema: {}, itemEncoding: {contentType: a/b}"),
            stream("application/jsonl", "itemSchema: {}, itemEncoding: {contentType: c/d}"),
            List.of(),
            List.of()),
        Arguments.of(
            "the items of a stream, and the array of them",
            stream("application/jsonl", "schema: {type: array, items: {type: integer}}"),
            stream("application/jsonl", "itemSchema: {type: integer}"),
            List.of(),
            List.of()),
        Arguments.of(
            "the items of a stream, and an array of others",
            stream("application/json-seq", "schema: {type: array, items: {type: integer}}"),
            stream("application/json-seq", "itemSchema: {type: number}"),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "a stream that may be empty, and an array that may not",
            stream("application/jsonl", "itemSchema: {type: integer}"),
            stream(
                "application/jsonl", "schema: {type: array, minItems: 1, items: {type: integer}}"),
            List.of("request-min-items-increased"),
            List.of("request-min-items-decreased")),
        Arguments.of(
            "one JSON text has no items of a stream",
            stream("application/json", "schema: {type: array}"),
            stream("application/json", "schema: {type: array}, itemSchema: {type: integer}"),
            List.of(),
            List.of()),
        Arguments.of(
            "one says both of a stream",
            stream("multipart/mixed", "itemSchema: {type: integer}, schema: {type: array}"),
            stream("multipart/mixed", "schema: {type: array, items: {type: integer}}"),
            List.of(),
            List.of()),
        Arguments.of(
            "events of a stream, and the array of them",
            stream("text/event-stream", "schema: {type: array, items: {required: [data]}}"),
            stream("text/event-stream", "itemSchema: {required: [data]}"),
            List.of(),
            List.of()),
        Arguments.of(
            "one line as documents described it before there were streams",
            stream("application/x-ndjson", "schema: {type: object}"),
            stream("application/x-ndjson", "itemSchema: {type: object}"),
            List.of(),
            List.of()),
        Arguments.of(
            "a range of media types becomes two types of it",
            contents("'*/*': {}"),
            contents("application/json: {}, application/xml: {}"),
            List.of("request-media-type-narrowed"),
            List.of()),
        Arguments.of(
            "a type is left of a range that stood beside it",
            contents("'*/*': {}, application/json: {schema: {type: object}}"),
            contents("application/json: {schema: {type: object}}"),
            List.of("request-media-type-removed"),
            List.of("request-media-type-added")),
        Arguments.of(
            "a text written by its style becomes JSON text",
            fields(
                "application/x-www-form-urlencoded", "{n: {type: string}}", "{n: {style: form}}"),
            fields(
                "application/x-www-form-urlencoded",
                "{n: {type: string}}",
                "{n: {contentType: application/json}}"),
            List.of("encoding-serialization-changed"),
            List.of("encoding-serialization-changed")),
        Arguments.of(
            "the metadata of an authorization server move",
            authorized("https://a.example.com"),
            authorized("https://b.example.com"),
            List.of("security-scheme-changed"),
            List.of("security-scheme-changed")),
        Arguments.of(
            "the operation of a link is on another server",
            linked(
                "{operationRef: 'https://a.example.com', server: {url: 'https://a.example.com'}}"),
            linked(
                "{operationRef: 'https://a.example.com', server: {url: 'https://b.example.com'}}"),
            List.of("response-link-changed"),
            List.of("response-link-changed")),
        Arguments.of(
            "fields of a query string",
            query("{n: {type: integer}, l: {type: array}}", "{l: {style: form}}"),
            query("{n: {type: string}, l: {type: array}}", "{l: {style: form, explode: false}}"),
            List.of("request-type-widened", "encoding-serialization-changed"),
            List.of("request-type-narrowed", "encoding-serialization-changed")),
        Arguments.of(
            "how parts of a response are written, since 3.2",
            answer(LATER, "text/plain"),
            answer(LATER, "text/csv"),
            List.of("response-encoding-widened"),
            List.of("response-encoding-widened")),
        Arguments.of(
            "what was ignored in a response before 3.2",
            answer(OPENAPI, "text/plain"),
            answer(OPENAPI, "text/csv"),
            List.of(),
            List.of()),
        Arguments.of(
            "a number as a whole text",
            stream("text/plain", "schema: {type: integer}"),
            stream("text/plain", "schema: {type: string}"),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "a parameter whose content is text",
            parameter(
                LATER, "{name: n, in: query, content: {text/plain: {schema: {type: integer}}}}"),
            parameter(
                LATER, "{name: n, in: query, content: {text/plain: {schema: {type: string}}}}"),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "the digits of a number are among some strings",
            parameter(LATER, "{name: n, in: query, schema: {type: integer, minimum: 0}}"),
            parameter(LATER, "{name: n, in: query, schema: {type: string, pattern: '^[0-9]+$'}}"),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "some digits of a number are not among the strings",
            parameter(LATER, "{name: n, in: query, schema: {type: integer}}"),
            parameter(LATER, "{name: n, in: query, schema: {type: string, pattern: '^[0-9]+$'}}"),
            List.of("request-type-widened", "request-schema-changed"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "a parameter that becomes a text",
            parameter(LATER, "{name: n, in: query, schema: {type: integer}}"),
            parameter(
                LATER, "{name: n, in: query, content: {text/plain: {schema: {type: string}}}}"),
            List.of("request-type-widened"),
            List.of("request-type-narrowed")),
        Arguments.of(
            "a parameter whose content is JSON",
            parameter(LATER, "{name: n, in: query, content: {a/json: {schema: {type: integer}}}}"),
            parameter(LATER, "{name: n, in: query, content: {a/json: {schema: {type: string}}}}"),
            List.of("request-type-changed"),
            List.of("request-type-changed")),
        Arguments.of(
            "a header is never percent-encoded",
            parameter(LATER, "{name: X-Id, in: header, allowReserved: true, schema: {}}"),
            parameter(LATER, "{name: X-Id, in: header, schema: {}}"),
            List.of(),
            List.of()),
        Arguments.of(
            "reserved characters in a cookie, since 3.2",
            parameter(LATER, "{name: id, in: cookie, allowReserved: true, schema: {}}"),
            parameter(LATER, "{name: id, in: cookie, schema: {}}"),
            List.of("request-parameter-reserved-disallowed"),
            List.of()),
        Arguments.of(
            "reserved characters in a cookie, before 3.2",
            parameter(OPENAPI, "{name: id, in: cookie, allowReserved: true, schema: {}}"),
            parameter(OPENAPI, "{name: id, in: cookie, schema: {}}"),
            List.of(),
            List.of()),
        Arguments.of(
            "what two alternatives share carries the names of both",
            body(OPENAPI, "{type: object, anyOf: [{required: [id]}, {required: [code]}]}"),
            body(OPENAPI, "{type: object, oneOf: [{required: [id]}, {required: [code]}]}"),
            List.of("request-schema-changed"),
            List.of()),
        Arguments.of(
            "a name of another alternative is not sent with this one",
            body(
                OPENAPI,
                "{anyOf: [{required: [id], properties: {id: {type: string}}},"
                    + " {required: [code], properties: {code: {type: integer}}}]}"),
            body(
                OPENAPI,
                "{anyOf: [{required: [id], properties: {id: {type: string}, code: {type: string}}},"
                    + " {required: [code], properties: {code: {type: integer}}}]}"),
            List.of("request-property-added"),
            List.of("request-property-removed")),
        Arguments.of(
            "bounds of a number that is a text",
            parameter(OPENAPI, "{name: page, in: query, schema: {type: integer}}"),
            parameter(OPENAPI, "{name: page, in: query, schema: {type: integer, maximum: 9}}"),
            List.of("request-maximum-decreased"),
            List.of("request-maximum-increased")),
        Arguments.of(
            "a security scheme is named by its URI",
            secured("key"),
            secured("'#/components/securitySchemes/key'"),
            List.of(),
            List.of()));
  }

  private static String parameter(String head, String parameter) {
    return head
        + "paths: {/payments: {get: {parameters: ["
        + parameter
        + "], responses: {'204': {description: done}}}}}";
  }

  private static String header(String header) {
    return SWAGGER
        + "paths: {/payments: {get: {responses: {'200': {description: ok, headers: {X-Ids: "
        + header
        + "}}}}}}";
  }

  private static String form(String field) {
    return upload(OPENAPI, field);
  }

  private static String upload(String head, String field) {
    return head
        + "paths: {/payments: {post: {requestBody: {content: {multipart/form-data: {schema:"
        + " {type: object, properties: {receipt: "
        + field
        + "}}}}}, responses: {'204': {description: done}}}}}";
  }

  private static String contents(String content) {
    return LATER
        + "paths: {/payments: {post: {requestBody: {required: true, content: {"
        + content
        + "}}, responses: {'204': {description: done}}}}}";
  }

  private static String stream(String type, String said) {
    return contents(type + ": {" + said + "}");
  }

  private static String parts(String said) {
    return stream("multipart/mixed", "schema: {type: array, items: {type: string}}, " + said);
  }

  private static String fields(String type, String properties, String encoding) {
    return stream(
        type,
        "schema: {type: object, properties: "
            + properties
            + "}"
            + (encoding.isEmpty() ? "" : ", encoding: " + encoding));
  }

  private static String file(String head, String schema) {
    return head
        + "paths: {/payments: {get: {responses: {'200': {description: ok, content: {image/png:"
        + " {schema: "
        + schema
        + "}}}}}}}";
  }

  private static String body(String head, String schema) {
    return head
        + "paths: {/payments: {post: {requestBody: {content: {application/json: {schema: "
        + schema
        + "}}}, responses: {'204': {description: done}}}}}";
  }

  private static String query(String properties, String encoding) {
    return parameter(
        LATER,
        "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema:"
            + " {type: object, properties: "
            + properties
            + "}, encoding: "
            + encoding
            + "}}}");
  }

  private static String queryString(String head, String schema) {
    return parameter(
        LATER,
        "{name: q, in: querystring, "
            + head
            + "content: {application/x-www-form-urlencoded: {schema: {type: object, "
            + schema
            + "}}}}");
  }

  private static String reply(String schema) {
    return OPENAPI
        + "paths: {/payments: {get: {responses: {'200': {description: ok, content:"
        + " {application/json: {schema: "
        + schema
        + "}}}}}}}";
  }

  private static String answer(String head, String type) {
    return head
        + "paths: {/payments: {get: {responses: {'200': {description: ok, content:"
        + " {multipart/form-data: {schema: {properties: {a: {type: string}}}, encoding:"
        + " {a: {contentType: "
        + type
        + "}}}}}}}}}";
  }

  private static String linked(String link) {
    return LATER
        + "paths: {/payments: {get: {responses: {'200': {description: ok, links: {next: "
        + link
        + "}}}}}}";
  }

  private static String authorized(String metadata) {
    return LATER
        + "security: [{key: []}]\n"
        + "paths: {/payments: {get: {responses: {'204': {description: done}}}}}\n"
        + "components: {securitySchemes: {key: {type: oauth2, oauth2MetadataUrl: '"
        + metadata
        + "', flows: {clientCredentials: {tokenUrl: 'https://t.example.com', scopes: {}}}}}}";
  }

  private static String secured(String name) {
    return LATER
        + "security: [{"
        + name
        + ": []}]\npaths: {/payments: {get: {responses: {'204': {description: done}}}}}\n"
        + "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void change_isSeenByTheseRules(
      String what, String one, String other, List<String> there, List<String> back) {
    assertThat(rules(one, other)).containsExactlyInAnyOrderElementsOf(there);
    assertThat(rules(other, one)).containsExactlyInAnyOrderElementsOf(back);
  }

  private static List<String> rules(String one, String other) {
    return Checker.check(document(one), document(other), Policy.strict()).findings().stream()
        .map(Finding::rule)
        .toList();
  }

  private static Document document(String text) {
    return Objects.requireNonNull(
        SpecReader.read(Source.of("a.yaml", text.getBytes(StandardCharsets.UTF_8))).document());
  }
}
