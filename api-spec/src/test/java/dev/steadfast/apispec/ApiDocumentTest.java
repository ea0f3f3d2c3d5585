package dev.steadfast.apispec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both documents are valid, their examples are true, and they keep the conventions they share. */
class ApiDocumentTest {

  private static final String V1 = "payments-v1.yaml";
  private static final String V2 = "payments-v2.yaml";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern LOWER_CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern ANCHORED = Pattern.compile("\\^.*\\$");

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void document_isValidOpenApi(String file) throws Exception {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    JsonNode openApi =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("src/test/resources/openapi-3.1.json")));
    Schema schema = registry.getSchema(openApi);
    assertThat(ApiDocument.messages(schema, ApiDocument.read(file).root())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void schemas_areValidInTheirDialect(String file) {
    ApiDocument api = ApiDocument.read(file);
    assertThat(api.root().path("jsonSchemaDialect").asString()).isEqualTo(DIALECT);
    Schema dialect =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DIALECT));
    List<String> faults = new ArrayList<>();
    for (String pointer : schemaPointers(api)) {
      for (String fault : ApiDocument.messages(dialect, api.root().at(pointer))) {
        faults.add(pointer + " " + fault);
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void examples_areAllowedByTheirSchema(String file) {
    ApiDocument api = ApiDocument.read(file);
    List<String> faults = new ArrayList<>();
    TreeMap<String, Integer> seen = new TreeMap<>();
    ApiDocument.visit(
        api.root(),
        "",
        (pointer, node) -> {
          if (!isSchemaOrData(pointer) && node.isObject() && node.has("schema")) {
            String schema = pointer + "/schema";
            if (node.has("example")) {
              seen.merge("example", 1, Integer::sum);
              check(api, schema, pointer + "/example", node.get("example"), faults);
            }
            for (String name : node.path("examples").propertyNames()) {
              seen.merge("examples", 1, Integer::sum);
              JsonNode example = api.resolve(node.path("examples").get(name));
              check(api, schema, pointer + "/examples/" + name, example.get("value"), faults);
            }
          }
        });
    for (String schema : schemaPointers(api)) {
      JsonNode node = api.root().at(schema);
      for (JsonNode example : node.path("examples")) {
        check(api, schema, schema + "/examples", example, faults);
      }
      if (node.has("default")) {
        check(api, schema, schema + "/default", node.get("default"), faults);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(seen.get("examples")).isGreaterThan(40);
    assertThat(seen.get("example")).isGreaterThan(20);
  }

  @Test
  void exampleThatIsWrong_isFound() {
    ApiDocument api = ApiDocument.read(V2);
    JsonNode request =
        JsonMapper.shared()
            .readTree(
                "{\"amountMinor\":0,\"currency\":\"EUR\",\"payment_method\":\"pm_card_visa\"}");
    assertThat(api.faults("/components/schemas/CreatePaymentRequest", request))
        .containsExactly(
            "/amountMinor: must have a minimum value of 1",
            ": property 'payment_method' is not defined in the schema and the schema does not"
                + " allow additional properties",
            ": required property 'paymentMethod' not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void messagesAndParameters_haveAnExample(String file) {
    ApiDocument api = ApiDocument.read(file);
    List<String> without = new ArrayList<>();
    ApiDocument.visit(
        api.root(),
        "",
        (pointer, node) -> {
          if (!isSchemaOrData(pointer)
              && node.isObject()
              && node.has("schema")
              && !node.has("example")
              && !node.has("examples")) {
            without.add(pointer);
          }
        });
    assertThat(without).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void operations_areDescribedNamedTaggedAndGuarded(String file) {
    ApiDocument api = ApiDocument.read(file);
    List<String> tags = new ArrayList<>();
    api.root().path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
    Set<String> ids = new TreeSet<>();
    for (String pointer : operationPointers(api)) {
      JsonNode operation = api.root().at(pointer);
      assertThat(ids.add(operation.path("operationId").asString())).as(pointer).isTrue();
      assertThat(operation.path("summary").asString()).as(pointer).isNotBlank();
      assertThat(operation.path("description").asString()).as(pointer).isNotBlank();
      assertThat(operation.path("tags")).as(pointer).hasSize(1);
      assertThat(tags).as(pointer).contains(operation.path("tags").get(0).asString());
      assertThat(operation.at("/security/0/bearer")).as(pointer).hasSize(1);
      String scope = operation.at("/security/0/bearer/0").asString();
      assertThat(api.at("/components/securitySchemes/bearer/description").asString())
          .as(pointer)
          .contains("`" + scope + "`");
      assertThat(operation.path("responses").propertyNames())
          .as(pointer)
          .contains("400", "401", "403", "406", "429", "500", "503");
    }
    assertThat(ids)
        .containsExactly(
            "cancelPayment",
            "capturePayment",
            "createMerchant",
            "createPayment",
            "createRefund",
            "getMerchant",
            "getPayment",
            "getRefund",
            "listPayments",
            "listRefunds",
            "listTransactions",
            "updateMerchant");
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void posts_needAnIdempotencyKey(String file) {
    ApiDocument api = ApiDocument.read(file);
    List<String> without = new ArrayList<>();
    for (String pointer : operationPointers(api)) {
      Set<String> names = new TreeSet<>();
      api.root()
          .at(pointer + "/parameters")
          .forEach(p -> names.add(api.resolve(p).path("name").asString()));
      if (pointer.endsWith("/post") && !names.contains("Idempotency-Key")) {
        without.add(pointer);
      }
    }
    assertThat(without).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void responses_nameTheRequest(String file) {
    ApiDocument api = ApiDocument.read(file);
    for (String pointer : operationPointers(api)) {
      JsonNode responses = api.root().at(pointer + "/responses");
      for (String status : responses.propertyNames()) {
        Set<String> headers =
            new TreeSet<>(api.resolve(responses.get(status)).path("headers").propertyNames());
        assertThat(headers).as(pointer + " " + status).contains("X-Request-Id");
        if (file.equals(V1)) {
          assertThat(headers).as(pointer + " " + status).contains("Deprecation", "Sunset", "Link");
        }
        if (Set.of("429", "503").contains(status)) {
          assertThat(headers).as(pointer + " " + status).contains("Retry-After");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void schemas_areNamedBoundedAndRequestsClosed(String file) {
    ApiDocument api = ApiDocument.read(file);
    List<String> faults = new ArrayList<>();
    for (String pointer : schemaPointers(api)) {
      JsonNode schema = api.root().at(pointer);
      for (String name : schema.path("properties").propertyNames()) {
        if (!LOWER_CAMEL_CASE.matcher(name).matches()) {
          faults.add(pointer + " names " + name);
        }
      }
      if (hasType(schema, "string")
          && !schema.has("maxLength")
          && !schema.has("enum")
          && !schema.has("const")
          && !schema.path("format").asString("").equals("date-time")) {
        faults.add(pointer + " is a string without bound");
      }
      if (hasType(schema, "array") && !schema.has("maxItems")) {
        faults.add(pointer + " is an array without bound");
      }
      if (schema.has("pattern") && !ANCHORED.matcher(schema.path("pattern").asString()).matches()) {
        faults.add(pointer + " has a pattern that is not anchored");
      }
      if (pointer.matches("/components/schemas/(\\w+Request|\\w+Patch)")
          && !schema.path("additionalProperties").isBoolean()) {
        faults.add(pointer + " is a request that is not closed");
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, V2})
  void components_areUsed(String file) {
    ApiDocument api = ApiDocument.read(file);
    Set<String> used = new TreeSet<>();
    ApiDocument.visit(
        api.root(),
        "",
        (pointer, node) -> {
          if (node.isObject() && node.path("$ref").isString()) {
            used.add(node.path("$ref").asString());
          }
        });
    Set<String> declared = new TreeSet<>();
    JsonNode components = api.root().path("components");
    for (String kind : components.propertyNames()) {
      for (String name : components.get(kind).propertyNames()) {
        if (!kind.equals("securitySchemes")) {
          declared.add("#/components/" + kind + "/" + name);
        }
      }
    }
    assertThat(used).isEqualTo(declared);
  }

  @Test
  void problemTypes_areDocumentedAndExemplified() {
    ApiDocument api = ApiDocument.read(V2);
    Set<String> types = new TreeSet<>();
    api.at("/components/schemas/ProblemType/enum").forEach(t -> types.add(t.asString()));
    Set<String> shown = new TreeSet<>();
    ApiDocument.visit(
        api.root(),
        "",
        (pointer, node) -> {
          if (node.isObject() && node.path("title").isString() && node.path("status").isInt()) {
            shown.add(node.path("type").asString());
          }
        });
    assertThat(shown).isEqualTo(types);
    String table = api.at("/components/schemas/ProblemType/description").asString();
    assertThat(types).allSatisfy(type -> assertThat(table).contains("| `" + type + "` |"));
    assertThat(api.at("/components/schemas/ProblemType/x-enum-varnames")).hasSize(types.size());
  }

  private static void check(
      ApiDocument api, String schema, String place, JsonNode example, List<String> faults) {
    for (String fault : api.faults(schema, example)) {
      faults.add(place + " " + fault);
    }
  }

  private static boolean hasType(JsonNode schema, String type) {
    JsonNode declared = schema.path("type");
    if (declared.isArray()) {
      for (JsonNode one : declared) {
        if (one.asString().equals(type)) {
          return true;
        }
      }
    }
    return declared.isString() && declared.asString().equals(type);
  }

  private static List<String> operationPointers(ApiDocument api) {
    List<String> pointers = new ArrayList<>();
    JsonNode paths = api.root().path("paths");
    for (String path : paths.propertyNames()) {
      for (String member : paths.get(path).propertyNames()) {
        if (METHODS.contains(member)) {
          pointers.add("/paths/" + ApiDocument.escape(path) + "/" + member);
        }
      }
    }
    return pointers;
  }

  /** Every schema, and every schema inside one. */
  private static List<String> schemaPointers(ApiDocument api) {
    List<String> pointers = new ArrayList<>();
    ApiDocument.visit(
        api.root(),
        "",
        (pointer, node) -> {
          if (node.isObject() && isSchema(pointer)) {
            pointers.add(pointer);
          }
        });
    return pointers;
  }

  private static boolean isSchema(String pointer) {
    return pointer.matches(
        "(/components/schemas/[^/]+|(?!/components/examples/).*/schema)"
            + "(/properties/[^/]+|/items|/additionalProperties|/propertyNames)*");
  }

  private static boolean isSchemaOrData(String pointer) {
    return pointer.startsWith("/components/schemas/")
        || pointer.startsWith("/components/examples/")
        || pointer.contains("/schema/")
        || pointer.endsWith("/value")
        || pointer.contains("/value/");
  }
}
