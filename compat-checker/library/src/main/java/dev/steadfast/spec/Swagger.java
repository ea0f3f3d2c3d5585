package dev.steadfast.spec;

import dev.steadfast.spec.Trees.RefusedException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows a Swagger 2.0 document as OpenAPI 3.0. Schemas stay the author's own nodes; only objects of
 * another form are made anew, and stand for what they were made from, so that every place and
 * pointer leads to the author's file.
 */
final class Swagger {

  private static final int MOST_HOPS = 50;
  private static final Set<String> CONSUMED =
      Set.of(
          "swagger",
          "host",
          "basePath",
          "schemes",
          "consumes",
          "produces",
          "paths",
          "definitions",
          "parameters",
          "responses",
          "securityDefinitions");
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  private final ObjectNode root;
  private final Resolver resolver;
  private final Problems problems;
  private final SwaggerDefaults defaults;
  private final SwaggerParameters parameters;
  private final SwaggerSecurity security = new SwaggerSecurity();
  private final IdentityHashMap<Node, Node> made = new IdentityHashMap<>();

  /** What an operation takes beside its parameters. */
  private static final class Bodies {
    private @Nullable ObjectNode body;
    private final List<ObjectNode> fields = new ArrayList<>();
  }

  Swagger(ObjectNode root, Resolver resolver, Problems problems) {
    this.root = root;
    this.resolver = resolver;
    this.problems = problems;
    this.defaults = new SwaggerDefaults(root, problems);
    this.parameters = new SwaggerParameters(problems);
  }

  /** The document as OpenAPI 3.0. */
  ObjectNode document() {
    MadeObject document = new MadeObject(root).put("openapi", "3.0.3");
    for (String key : root.keys()) {
      if (!CONSUMED.contains(key)) {
        document.copy(root, key);
      }
    }
    document.put("servers", defaults.servers(root));
    if (follow(root.get("paths")) instanceof ObjectNode paths) {
      MadeObject items = new MadeObject(paths);
      for (String path : paths.keys()) {
        Node item = paths.get(path);
        items.put(path, item instanceof ObjectNode object ? pathItem(object) : item);
      }
      document.put("paths", items.make());
    } else {
      document.copy(root, "paths");
    }
    return document.put("components", components()).make();
  }

  /** A raw object that a reference leads to, as what is wanted there. */
  Node adapt(Node written, @Nullable Kind wanted) {
    if (!(written instanceof ObjectNode object) || wanted == null || object.has("$ref")) {
      return written;
    }
    return switch (wanted) {
      case PATH_ITEM -> made.computeIfAbsent(object, any -> pathItem(object));
      case OPERATION -> made.computeIfAbsent(object, any -> operation(object, new Bodies()));
      case PARAMETER -> made.computeIfAbsent(object, any -> parameters.parameter(object));
      case HEADER -> made.computeIfAbsent(object, any -> parameters.header(object));
      case RESPONSE ->
          made.computeIfAbsent(object, any -> response(object, defaults.media(root, "produces")));
      default -> written;
    };
  }

  /**
   * Rewrites a schema in place: Swagger 2.0's discriminator is a name, and null is an extension.
   */
  static void adaptSchema(ObjectNode schema) {
    for (int i = 0; i < schema.size(); i++) {
      if (schema.key(i).equals("discriminator") && schema.value(i) instanceof StringNode name) {
        StringNode property = new StringNode(name.value(), name.line(), name.column());
        schema.replace(i, new MadeObject(schema).put("propertyName", property).make());
      } else if (schema.key(i).equals("x-nullable") && !schema.has("nullable")) {
        schema.rename(i, "nullable");
      }
    }
  }

  private ObjectNode components() {
    MadeObject components = new MadeObject(root);
    components.put("schemas", root.get("definitions"));
    if (root.get("parameters") instanceof ObjectNode shared) {
      MadeObject plain = new MadeObject(shared);
      MadeObject bodies = new MadeObject(shared);
      for (String name : shared.keys()) {
        Node parameter = shared.get(name);
        if (parameter instanceof ObjectNode object && place(object).equals("body")) {
          bodies.put(name, parameters.body(object, defaults.media(root, "consumes")));
        } else if (!(parameter instanceof ObjectNode object) || !place(object).equals("formData")) {
          plain.put(name, parameter == null ? null : adapt(parameter, Kind.PARAMETER));
        }
      }
      components.put("parameters", plain.make());
      components.put("requestBodies", bodies.isEmpty() ? null : bodies.make());
    } else {
      components.put("parameters", root.get("parameters"));
    }
    if (root.get("responses") instanceof ObjectNode shared) {
      MadeObject responses = new MadeObject(shared);
      for (int i = 0; i < shared.size(); i++) {
        responses.put(shared.key(i), adapt(shared.value(i), Kind.RESPONSE));
      }
      components.put("responses", responses.make());
    } else {
      components.put("responses", root.get("responses"));
    }
    Node definitions = root.get("securityDefinitions");
    return components.put("securitySchemes", security.schemes(definitions)).make();
  }

  private ObjectNode pathItem(ObjectNode written) {
    MadeObject item = new MadeObject(written);
    Bodies shared = new Bodies();
    Node plain = written.get("parameters");
    if (plain instanceof ArrayNode list) {
      plain = sort(list, shared);
    }
    for (String key : written.keys()) {
      Node value = written.get(key);
      if (METHODS.contains(key)
          && value instanceof ObjectNode operation
          && !operation.has("$ref")) {
        item.put(key, operation(operation, shared));
      } else if (key.equals("parameters")) {
        item.put(key, plain);
      } else {
        item.copy(written, key);
      }
    }
    return item.make();
  }

  private ObjectNode operation(ObjectNode written, Bodies shared) {
    MadeObject operation = new MadeObject(written);
    Bodies own = new Bodies();
    for (String key : written.keys()) {
      Node value = written.get(key);
      switch (key) {
        case "consumes", "produces", "schemes" -> {}
        case "parameters" ->
            operation.put(key, value instanceof ArrayNode list ? sort(list, own) : value);
        case "responses" ->
            operation.put(key, value instanceof ObjectNode all ? responses(all, written) : value);
        default -> operation.copy(written, key);
      }
    }
    if (own.body == null && own.fields.isEmpty()) {
      own.body = shared.body;
      own.fields.addAll(shared.fields);
    }
    operation.put("requestBody", requestBody(written, own));
    return operation
        .put("servers", written.has("schemes") ? defaults.servers(written) : null)
        .make();
  }

  /* The parameters that are still parameters in OpenAPI 3. */
  private ArrayNode sort(ArrayNode list, Bodies bodies) {
    List<Node> plain = new ArrayList<>();
    for (Node item : list) {
      Node whole = follow(item);
      if (whole instanceof ObjectNode object && place(object).equals("body")) {
        if (bodies.body != null) {
          problems.problem(item, "a second body parameter");
        }
        bodies.body = object;
      } else if (whole instanceof ObjectNode object && place(object).equals("formData")) {
        bodies.fields.add(object);
      } else {
        plain.add(adapt(item, Kind.PARAMETER));
      }
    }
    return MadeObject.array(list, plain);
  }

  private @Nullable ObjectNode requestBody(ObjectNode operation, Bodies bodies) {
    ObjectNode body = bodies.body;
    List<String> consumed = defaults.media(operation, "consumes");
    if (body != null) {
      if (!bodies.fields.isEmpty()) {
        problems.problem(body, "a body parameter beside form parameters");
      }
      return parameters.body(body, consumed);
    }
    if (bodies.fields.isEmpty()) {
      return null;
    }
    List<String> forms = consumed.stream().filter(FORMS::contains).toList();
    if (forms.isEmpty()) {
      boolean file =
          bodies.fields.stream().anyMatch(field -> StringNode.of("file").equals(field.get("type")));
      forms = List.of(file ? "multipart/form-data" : "application/x-www-form-urlencoded");
    }
    return parameters.form(bodies.fields.get(0), bodies.fields, forms);
  }

  private ObjectNode responses(ObjectNode written, ObjectNode operation) {
    MadeObject responses = new MadeObject(written);
    boolean own = operation.has("produces");
    for (String code : written.keys()) {
      Node value = written.get(code);
      Node whole = own ? follow(value) : value;
      if (whole instanceof ObjectNode object && !code.startsWith("x-") && !object.has("$ref")) {
        responses.put(code, response(object, defaults.media(operation, "produces")));
      } else {
        responses.copy(written, code);
      }
    }
    return responses.make();
  }

  private ObjectNode response(ObjectNode written, List<String> mediaTypes) {
    MadeObject response = new MadeObject(written);
    for (String key : written.keys()) {
      switch (key) {
        case "schema" -> response.put("content", content(written, mediaTypes));
        case "headers" -> response.put(key, headers(written.get(key)));
        case "examples" -> {}
        default -> response.copy(written, key);
      }
    }
    return response.make();
  }

  private static @Nullable Node content(ObjectNode response, List<String> mediaTypes) {
    Node schema = response.get("schema");
    if (schema == null) {
      return null;
    }
    Node shown = SwaggerParameters.schema(schema);
    MadeObject content = new MadeObject(response);
    for (String mediaType : mediaTypes) {
      MadeObject medium = new MadeObject(response).put("schema", shown);
      if (response.get("examples") instanceof ObjectNode examples) {
        medium.put("example", examples.get(mediaType));
      }
      content.put(mediaType, medium.make());
    }
    return content.make();
  }

  private @Nullable Node headers(@Nullable Node written) {
    if (!(written instanceof ObjectNode object)) {
      return written;
    }
    MadeObject headers = new MadeObject(object);
    for (int i = 0; i < object.size(); i++) {
      headers.put(object.key(i), adapt(object.value(i), Kind.HEADER));
    }
    return headers.make();
  }

  private static String place(ObjectNode parameter) {
    return parameter.get("in") instanceof StringNode in ? in.value() : "";
  }

  /* What references lead to; the reference itself when it leads nowhere, which is reported later. */
  private @Nullable Node follow(@Nullable Node written) {
    Node node = written;
    for (int hops = 0; hops < MOST_HOPS; hops++) {
      if (!(node instanceof ObjectNode object) || !(object.get("$ref") instanceof StringNode ref)) {
        return node;
      }
      try {
        node = resolver.resolve(object, ref.value());
      } catch (RefusedException e) {
        return written;
      }
    }
    return written;
  }
}
