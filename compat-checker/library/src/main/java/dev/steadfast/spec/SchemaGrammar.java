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

/** The keywords of schemas, for each dialect. */
final class SchemaGrammar {

  private static final Field ANY = Field.of(Form.ANY);
  private static final Field STRING = Field.of(Form.STRING);
  private static final Field TEXT = remark(Form.STRING);
  private static final Field NUMBER = Field.of(Form.NUMBER);
  private static final Field COUNT = Field.of(Form.COUNT);
  private static final Field BOOLEAN = Field.of(Form.BOOLEAN);
  private static final Field SCHEMA = one(Kind.SCHEMA);
  private static final Field SCHEMAS = list(Kind.SCHEMA);
  private static final Field SCHEMA_MAP = map(Kind.SCHEMA);

  private static final Map<String, Field> COMMON =
      Map.ofEntries(
          entry("title", TEXT),
          entry("type", Field.of(Form.TYPE)),
          entry("description", TEXT),
          entry("default", ANY),
          entry("$comment", remark(Form.ANY)),
          entry("multipleOf", Field.of(Form.POSITIVE)),
          entry("maximum", NUMBER),
          entry("minimum", NUMBER),
          entry("maxLength", COUNT),
          entry("minLength", COUNT),
          entry("pattern", STRING),
          entry("format", STRING),
          entry("maxItems", COUNT),
          entry("minItems", COUNT),
          entry("uniqueItems", BOOLEAN),
          entry("maxProperties", COUNT),
          entry("minProperties", COUNT),
          entry("required", Field.of(Form.STRINGS)),
          entry("enum", Field.of(Form.ARRAY)),
          entry("allOf", SCHEMAS),
          entry("anyOf", SCHEMAS),
          entry("oneOf", SCHEMAS),
          entry("not", SCHEMA),
          entry("properties", SCHEMA_MAP),
          entry("items", SCHEMA));

  /* What OpenAPI adds to every dialect it uses. */
  private static final Map<String, Field> OPENAPI =
      Map.ofEntries(
          entry("discriminator", one(Kind.DISCRIMINATOR)),
          entry("xml", one(Kind.XML).remark()),
          entry("externalDocs", one(Kind.EXTERNAL_DOCS).remark()),
          entry("example", ANY),
          entry("deprecated", BOOLEAN),
          entry("readOnly", BOOLEAN),
          entry("writeOnly", BOOLEAN));

  private static final Map<String, Field> DRAFT_04 =
      Map.ofEntries(
          entry("$schema", STRING),
          entry("id", remark(Form.STRING)),
          entry("exclusiveMaximum", Field.of(Form.SWITCH)),
          entry("exclusiveMinimum", Field.of(Form.SWITCH)),
          entry("items", new Field(Form.SCHEMA_OR_LIST, Kind.SCHEMA, true, 0)),
          entry("additionalItems", new Field(Form.SCHEMA_OR_BOOLEAN, Kind.SCHEMA, true, 0)),
          entry("additionalProperties", new Field(Form.SCHEMA_OR_BOOLEAN, Kind.SCHEMA, true, 0)),
          entry("patternProperties", SCHEMA_MAP),
          entry("dependencies", new Field(Form.DEPENDENCIES, Kind.SCHEMA, true, 0)),
          entry("definitions", SCHEMA_MAP));

  private static final Map<String, Field> FROM_06 =
      Map.ofEntries(
          entry("$id", STRING),
          entry("const", ANY),
          entry("contains", SCHEMA),
          entry("propertyNames", SCHEMA),
          entry("examples", remark(Form.ANY)),
          entry("exclusiveMaximum", Field.of(Form.BOUND)),
          entry("exclusiveMinimum", Field.of(Form.BOUND)));

  private static final Map<String, Field> FROM_07 =
      Map.ofEntries(
          entry("if", SCHEMA),
          entry("then", SCHEMA),
          entry("else", SCHEMA),
          entry("readOnly", BOOLEAN),
          entry("writeOnly", BOOLEAN),
          entry("contentEncoding", STRING),
          entry("contentMediaType", STRING));

  private static final Map<String, Field> FROM_2019 =
      Map.ofEntries(
          entry("$anchor", STRING),
          entry("$defs", SCHEMA_MAP),
          entry("$vocabulary", remark(Form.ANY)),
          entry("$recursiveRef", STRING),
          entry("$recursiveAnchor", BOOLEAN),
          entry("minContains", COUNT),
          entry("maxContains", COUNT),
          entry("dependentRequired", Field.of(Form.STRINGS_MAP)),
          entry("dependentSchemas", SCHEMA_MAP),
          entry("unevaluatedItems", SCHEMA),
          entry("unevaluatedProperties", SCHEMA),
          entry("contentSchema", SCHEMA),
          entry("deprecated", BOOLEAN));

  private static final Map<String, Field> FROM_2020 =
      Map.ofEntries(
          entry("$dynamicAnchor", STRING),
          entry("$dynamicRef", STRING),
          entry("prefixItems", SCHEMAS),
          entry("items", SCHEMA));

  private static final Map<String, Field> OPENAPI_3_0 =
      Map.ofEntries(
          entry("nullable", BOOLEAN),
          entry("exclusiveMaximum", Field.of(Form.SWITCH)),
          entry("exclusiveMinimum", Field.of(Form.SWITCH)),
          entry("items", SCHEMA),
          entry("additionalProperties", new Field(Form.SCHEMA_OR_BOOLEAN, Kind.SCHEMA, true, 0)));

  private static final Map<Dialect, Map<String, Field>> KEYWORDS = new EnumMap<>(Dialect.class);

  static {
    Map<String, Field> all = new HashMap<>(COMMON);
    all.putAll(DRAFT_04);
    KEYWORDS.put(Dialect.DRAFT_04, Map.copyOf(all));
    all.putAll(FROM_06);
    KEYWORDS.put(Dialect.DRAFT_06, Map.copyOf(all));
    all.putAll(FROM_07);
    KEYWORDS.put(Dialect.DRAFT_07, Map.copyOf(all));
    all.putAll(FROM_2019);
    all.putAll(OPENAPI);
    KEYWORDS.put(Dialect.DRAFT_2019_09, Map.copyOf(all));
    all.putAll(FROM_2020);
    KEYWORDS.put(Dialect.DRAFT_2020_12, Map.copyOf(all));

    /* OpenAPI 3.0 ignores what it does not know, but references in there are followed. */
    Map<String, Field> ignored = new HashMap<>();
    all.forEach((name, field) -> ignored.put(name, field.since(1)));
    ignored.putAll(COMMON);
    ignored.putAll(OPENAPI);
    ignored.putAll(OPENAPI_3_0);
    KEYWORDS.put(Dialect.OPENAPI_3_0, Map.copyOf(ignored));
  }

  private SchemaGrammar() {}

  static Map<String, Field> keywords(Dialect dialect) {
    return KEYWORDS.getOrDefault(dialect, Map.of());
  }
}
