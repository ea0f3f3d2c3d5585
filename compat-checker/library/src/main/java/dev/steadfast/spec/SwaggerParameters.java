package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows parameters, headers and form fields of Swagger 2.0 as those of OpenAPI 3.0. */
final class SwaggerParameters {

  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "format",
          "items",
          "default",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "enum",
          "multipleOf",
          "x-nullable",
          "nullable");

  private static final Map<String, String> STYLES =
      Map.of(
          "csv", "form",
          "multi", "form",
          "ssv", "spaceDelimited",
          "pipes", "pipeDelimited",
          "tsv", "tabDelimited");

  private final Problems problems;

  SwaggerParameters(Problems problems) {
    this.problems = problems;
  }

  /** A parameter in path, query or header. */
  ObjectNode parameter(ObjectNode written) {
    MadeObject parameter = new MadeObject(written);
    MadeObject schema = new MadeObject(written);
    sort(written, parameter, schema);
    String in = written.get("in") instanceof StringNode place ? place.value() : "";
    style(written, parameter, in.equals("query"));
    return parameter.put("schema", schema.isEmpty() ? null : schema.make()).make();
  }

  /** A response header. */
  ObjectNode header(ObjectNode written) {
    MadeObject header = new MadeObject(written);
    MadeObject schema = new MadeObject(written);
    sort(written, header, schema);
    style(written, header, false);
    return header.put("schema", schema.isEmpty() ? null : schema.make()).make();
  }

  private static void sort(ObjectNode written, MadeObject parameter, MadeObject schema) {
    for (String key : written.keys()) {
      if (KEYWORDS.contains(key)) {
        keyword(written, key, schema);
      } else if (!key.equals("collectionFormat")) {
        parameter.copy(written, key);
      }
    }
  }

  private static void keyword(ObjectNode written, String key, MadeObject schema) {
    if (key.equals("type") && written.get(key) instanceof StringNode type && isFile(type)) {
      schema.put("type", "string").put("format", "binary");
    } else if (key.equals("x-nullable")) {
      schema.put("nullable", written.get(key));
    } else {
      schema.copy(written, key);
    }
  }

  private static boolean isFile(StringNode type) {
    return type.value().equals("file");
  }

  /** The schema of a file that is sent as it is; the schema as written when it is no file. */
  static Node schema(Node written) {
    return written instanceof ObjectNode object
            && object.get("type") instanceof StringNode type
            && isFile(type)
        ? new MadeObject(object).put("type", "string").put("format", "binary").make()
        : written;
  }

  /* How a list is written: comma-separated unless told otherwise, which is no default of 3.0. */
  private void style(ObjectNode written, MadeObject parameter, boolean inQuery) {
    Node format = written.get("collectionFormat");
    boolean list = written.get("type") instanceof StringNode type && type.value().equals("array");
    if (!list) {
      return;
    }
    String name = format instanceof StringNode text ? text.value() : "csv";
    String style = STYLES.get(name);
    if (style == null || (format != null && !(format instanceof StringNode))) {
      problems.problem(
          format == null ? written : format,
          "'collectionFormat' must be one of csv, multi, pipes, ssv, tsv, not " + format);
    } else if (inQuery) {
      parameter.put("style", style).put("explode", name.equals("multi"));
    } else if (!name.equals("csv")) {
      parameter.put("style", style);
    }
  }

  /** Form fields as one request body for these media types. */
  ObjectNode form(Node written, List<ObjectNode> fields, List<String> mediaTypes) {
    MadeObject properties = new MadeObject(written);
    MadeObject encodings = new MadeObject(written);
    List<Node> required = new ArrayList<>();
    for (ObjectNode field : fields) {
      if (field.get("name") instanceof StringNode name) {
        MadeObject rest = new MadeObject(field);
        MadeObject schema = new MadeObject(field);
        sort(field, rest, schema);
        properties.put(name.value(), schema.copy(field, "description").make());
        if (isRequired(field)) {
          required.add(name);
        }
        MadeObject encoding = new MadeObject(field);
        style(field, encoding, true);
        encodings.put(name.value(), encoding.isEmpty() ? null : encoding.make());
      }
    }
    MadeObject schema = new MadeObject(written).put("type", "object");
    schema.put("properties", properties.make());
    schema.put("required", required.isEmpty() ? null : MadeObject.array(written, required));
    Node whole = schema.make();
    MadeObject content = new MadeObject(written);
    for (String mediaType : mediaTypes) {
      MadeObject medium = new MadeObject(written).put("schema", whole);
      content.put(
          mediaType, medium.put("encoding", encodings.isEmpty() ? null : encodings.make()).make());
    }
    return new MadeObject(written)
        .put("content", content.make())
        .put("required", !required.isEmpty())
        .make();
  }

  /** A body parameter as a request body for these media types. */
  ObjectNode body(ObjectNode written, List<String> mediaTypes) {
    @Nullable Node schema = written.get("schema");
    MadeObject content = new MadeObject(written);
    for (String mediaType : mediaTypes) {
      content.put(
          mediaType,
          new MadeObject(written).put("schema", schema == null ? null : schema(schema)).make());
    }
    return new MadeObject(written)
        .copy(written, "description")
        .put("content", content.make())
        .copy(written, "required")
        .make();
  }

  private static boolean isRequired(ObjectNode field) {
    return field.get("required") instanceof BooleanNode required && required.value();
  }
}
