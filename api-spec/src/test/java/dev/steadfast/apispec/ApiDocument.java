package dev.steadfast.apispec;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One of the documents of this folder as JSON, and a validator for the schemas in it. */
final class ApiDocument {

  private static final JsonMapper JSON = JsonMapper.shared();
  /* The validator chooses a parser by the ending. */
  private static final String IRI = "https://payments.example.com/%s.json";

  private final String file;
  private final JsonNode root;
  private final SchemaRegistry schemas;

  private ApiDocument(String file, JsonNode root, SchemaRegistry schemas) {
    this.file = file;
    this.root = root;
    this.schemas = schemas;
  }

  /** Reads a document; the schemas of its validator refuse properties that they do not declare. */
  static ApiDocument read(String file) {
    JsonNode root = yaml(Path.of(file));
    JsonNode closed = root.deepCopy();
    visit(closed, "", (pointer, node) -> close(node));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(Map.of(IRI.formatted(file), JSON.writeValueAsString(closed))));
    return new ApiDocument(file, root, registry);
  }

  static JsonNode yaml(Path file) {
    try {
      Object value =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      return JSON.valueToTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String file() {
    return file;
  }

  JsonNode root() {
    return root;
  }

  /** The node at a pointer, with references followed. */
  JsonNode at(String pointer) {
    return resolve(root.at(pointer));
  }

  /** The node itself, or what its {@code $ref} leads to. */
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.get("$ref");
    return reference == null ? node : at(reference.asString().substring(1));
  }

  /** What is wrong with a value; empty when the schema at the pointer allows it. */
  List<String> faults(String schemaPointer, JsonNode value) {
    Schema schema = schemas.getSchema(SchemaLocation.of(IRI.formatted(file) + "#" + schemaPointer));
    return messages(schema, value);
  }

  static List<String> messages(Schema schema, JsonNode value) {
    List<Error> errors =
        schema.validate(
            value,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream().map(Error::toString).sorted().toList();
  }

  /** Calls back for every node below and including this one, with its pointer. */
  static void visit(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(pointer, node);
    if (node.isObject()) {
      List<String> names = new ArrayList<>(node.propertyNames());
      for (String name : names) {
        visit(node.get(name), pointer + "/" + escape(name), visitor);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), pointer + "/" + i, visitor);
      }
    }
  }

  static String escape(String name) {
    return JsonPointer.empty().appendProperty(name).toString().substring(1);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
  }
}
