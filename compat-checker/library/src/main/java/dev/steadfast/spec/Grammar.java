package dev.steadfast.spec;

import static dev.steadfast.spec.Field.list;
import static dev.steadfast.spec.Field.map;
import static dev.steadfast.spec.Field.one;
import static dev.steadfast.spec.Field.remark;
import static java.util.Map.entry;

import dev.steadfast.spec.Field.Form;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fixed fields of OpenAPI 3.0, 3.1 and 3.2 (chapter "Schema" of each), except schemas. */
final class Grammar {

  private static final Field STRING = Field.of(Form.STRING);
  private static final Field BOOLEAN = Field.of(Form.BOOLEAN);
  private static final Field ANY = Field.of(Form.ANY);
  private static final Field TEXT = remark(Form.STRING);
  private static final Field DOCS = one(Kind.EXTERNAL_DOCS).remark();
  private static final Field EXAMPLES = map(Kind.EXAMPLE).remark();

  private static final Map<Kind, Map<String, Field>> FIELDS = new EnumMap<>(Kind.class);

  private Grammar() {}

  /** The fields of a kind of object; empty for those with free names. */
  static Map<String, Field> fields(Kind kind) {
    return FIELDS.getOrDefault(kind, Map.of());
  }

  /** What members with free names hold; null when all names are fixed. */
  static @Nullable Field free(Kind kind) {
    return switch (kind) {
      case PATHS, CALLBACK -> one(Kind.PATH_ITEM);
      case RESPONSES -> one(Kind.RESPONSE);
      case SECURITY_REQUIREMENT -> Field.of(Form.STRINGS);
      default -> null;
    };
  }

  static {
    FIELDS.put(
        Kind.OPENAPI,
        Map.ofEntries(
            entry("openapi", ANY),
            entry("$self", STRING.since(2)),
            entry("info", one(Kind.INFO).remark()),
            entry("jsonSchemaDialect", STRING.since(1)),
            entry("servers", list(Kind.SERVER)),
            entry("paths", one(Kind.PATHS)),
            entry("webhooks", map(Kind.PATH_ITEM).since(1)),
            entry("components", one(Kind.COMPONENTS)),
            entry("security", list(Kind.SECURITY_REQUIREMENT)),
            entry("tags", list(Kind.TAG).remark()),
            entry("externalDocs", DOCS)));
    FIELDS.put(
        Kind.INFO,
        Map.of(
            "title", TEXT,
            "summary", TEXT.since(1),
            "description", TEXT,
            "termsOfService", TEXT,
            "contact", one(Kind.CONTACT).remark(),
            "license", one(Kind.LICENSE).remark(),
            "version", TEXT));
    FIELDS.put(Kind.CONTACT, Map.of("name", TEXT, "url", TEXT, "email", TEXT));
    FIELDS.put(Kind.LICENSE, Map.of("name", TEXT, "identifier", TEXT.since(1), "url", TEXT));
    FIELDS.put(Kind.EXTERNAL_DOCS, Map.of("description", TEXT, "url", TEXT));
    FIELDS.put(
        Kind.TAG,
        Map.of(
            "name",
            TEXT,
            "summary",
            TEXT.since(2),
            "description",
            TEXT,
            "externalDocs",
            DOCS,
            "parent",
            TEXT.since(2),
            "kind",
            TEXT.since(2)));
    FIELDS.put(
        Kind.SERVER,
        Map.of(
            "url",
            STRING,
            "description",
            TEXT,
            "name",
            TEXT.since(2),
            "variables",
            map(Kind.SERVER_VARIABLE)));
    FIELDS.put(
        Kind.SERVER_VARIABLE,
        Map.of("enum", remark(Form.ARRAY), "default", TEXT, "description", TEXT));
    Field operation = one(Kind.OPERATION);
    FIELDS.put(
        Kind.PATH_ITEM,
        Map.ofEntries(
            entry("summary", TEXT),
            entry("description", TEXT),
            entry("get", operation),
            entry("put", operation),
            entry("post", operation),
            entry("delete", operation),
            entry("options", operation),
            entry("head", operation),
            entry("patch", operation),
            entry("trace", operation),
            entry("query", operation.since(2)),
            entry("additionalOperations", map(Kind.OPERATION).since(2)),
            entry("servers", list(Kind.SERVER)),
            entry("parameters", list(Kind.PARAMETER))));
    FIELDS.put(
        Kind.OPERATION,
        Map.ofEntries(
            entry("tags", remark(Form.STRINGS)),
            entry("summary", TEXT),
            entry("description", TEXT),
            entry("externalDocs", DOCS),
            entry("operationId", TEXT),
            entry("parameters", list(Kind.PARAMETER)),
            entry("requestBody", one(Kind.REQUEST_BODY)),
            entry("responses", one(Kind.RESPONSES)),
            entry("callbacks", map(Kind.CALLBACK)),
            entry("deprecated", BOOLEAN),
            entry("security", list(Kind.SECURITY_REQUIREMENT)),
            entry("servers", list(Kind.SERVER))));
    FIELDS.put(
        Kind.HEADER,
        Map.ofEntries(
            entry("description", TEXT),
            entry("required", BOOLEAN),
            entry("deprecated", BOOLEAN),
            entry("allowEmptyValue", BOOLEAN),
            entry("style", STRING),
            entry("explode", BOOLEAN),
            entry("allowReserved", BOOLEAN),
            entry("schema", one(Kind.SCHEMA)),
            entry("example", ANY),
            entry("examples", EXAMPLES),
            entry("content", map(Kind.MEDIA_TYPE))));
    FIELDS.put(Kind.PARAMETER, plus(FIELDS.get(Kind.HEADER), Map.of("name", STRING, "in", STRING)));
    FIELDS.put(
        Kind.REQUEST_BODY,
        Map.of("description", TEXT, "content", map(Kind.MEDIA_TYPE), "required", BOOLEAN));
    FIELDS.put(Kind.RESPONSES, Map.of("default", one(Kind.RESPONSE)));
    FIELDS.put(
        Kind.RESPONSE,
        Map.of(
            "summary", TEXT.since(2),
            "description", TEXT,
            "headers", map(Kind.HEADER),
            "content", map(Kind.MEDIA_TYPE),
            "links", map(Kind.LINK)));
    Map<String, Field> encodings =
        Map.of(
            "encoding", map(Kind.ENCODING),
            "prefixEncoding", list(Kind.ENCODING).since(2),
            "itemEncoding", one(Kind.ENCODING).since(2));
    FIELDS.put(
        Kind.MEDIA_TYPE,
        plus(
            encodings,
            Map.of(
                "schema",
                one(Kind.SCHEMA),
                "itemSchema",
                one(Kind.SCHEMA).since(2),
                "example",
                ANY,
                "examples",
                EXAMPLES)));
    FIELDS.put(
        Kind.ENCODING,
        plus(
            encodings,
            Map.of(
                "contentType", STRING,
                "headers", map(Kind.HEADER),
                "style", STRING,
                "explode", BOOLEAN,
                "allowReserved", BOOLEAN)));
    FIELDS.put(
        Kind.EXAMPLE,
        Map.of(
            "summary", TEXT,
            "description", TEXT,
            "value", ANY,
            "dataValue", ANY.since(2),
            "serializedValue", TEXT.since(2),
            "externalValue", TEXT));
    FIELDS.put(
        Kind.LINK,
        Map.of(
            "operationRef", STRING,
            "operationId", STRING,
            "parameters", map(null),
            "requestBody", ANY,
            "description", TEXT,
            "server", one(Kind.SERVER)));
    FIELDS.put(
        Kind.COMPONENTS,
        Map.ofEntries(
            entry("schemas", map(Kind.SCHEMA)),
            entry("responses", map(Kind.RESPONSE)),
            entry("parameters", map(Kind.PARAMETER)),
            entry("examples", EXAMPLES),
            entry("requestBodies", map(Kind.REQUEST_BODY)),
            entry("headers", map(Kind.HEADER)),
            entry("securitySchemes", map(Kind.SECURITY_SCHEME)),
            entry("links", map(Kind.LINK)),
            entry("callbacks", map(Kind.CALLBACK)),
            entry("pathItems", map(Kind.PATH_ITEM).since(1)),
            entry("mediaTypes", map(Kind.MEDIA_TYPE).since(2))));
    FIELDS.put(
        Kind.SECURITY_SCHEME,
        Map.ofEntries(
            entry("type", STRING),
            entry("description", TEXT),
            entry("name", STRING),
            entry("in", STRING),
            entry("scheme", STRING),
            entry("bearerFormat", TEXT),
            entry("flows", one(Kind.OAUTH_FLOWS)),
            entry("openIdConnectUrl", STRING),
            entry("oauth2MetadataUrl", TEXT.since(2)),
            entry("deprecated", BOOLEAN.since(2))));
    Field flow = one(Kind.OAUTH_FLOW);
    FIELDS.put(
        Kind.OAUTH_FLOWS,
        Map.of(
            "implicit", flow,
            "password", flow,
            "clientCredentials", flow,
            "authorizationCode", flow,
            "deviceAuthorization", flow.since(2)));
    FIELDS.put(
        Kind.OAUTH_FLOW,
        Map.of(
            "authorizationUrl", STRING,
            "deviceAuthorizationUrl", STRING.since(2),
            "tokenUrl", STRING,
            "refreshUrl", STRING,
            "scopes", map(null)));
    FIELDS.put(
        Kind.DISCRIMINATOR,
        Map.of(
            "propertyName", STRING,
            "mapping", Field.of(Form.STRING_MAP),
            "defaultMapping", STRING.since(2)));
    FIELDS.put(
        Kind.XML,
        Map.of(
            "name",
            TEXT,
            "namespace",
            TEXT,
            "prefix",
            TEXT,
            "attribute",
            remark(Form.BOOLEAN),
            "wrapped",
            remark(Form.BOOLEAN),
            "nodeType",
            TEXT.since(2)));
  }

  private static Map<String, Field> plus(Map<String, Field> some, Map<String, Field> more) {
    Map<String, Field> all = new HashMap<>(some);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
