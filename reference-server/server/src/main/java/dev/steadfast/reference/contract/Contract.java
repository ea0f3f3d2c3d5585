package dev.steadfast.reference.contract;

import dev.steadfast.reference.version.ApiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What one version promises, read from its document. */
final class Contract {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ApiVersion version;
  private final SchemaCompiler schemas = new SchemaCompiler();
  private final List<Route> routes = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();

  private Contract(ApiVersion version, Node document) {
    this.version = version;
    Node paths = document.get("paths");
    for (String template : paths.names()) {
      Node path = paths.get(template);
      Route route = new Route(template);
      for (String method : path.names()) {
        if (METHODS.contains(method)) {
          Operation operation = operation(template, method, path, document);
          route.add(operation);
          operations.add(operation);
        }
      }
      routes.add(route);
    }
  }

  /** Reads the version's document from the class path. */
  static Contract of(ApiVersion version) {
    String name = "/payments-" + version.label() + ".yaml";
    try (InputStream in = Contract.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the specification is not on the class path: " + name);
      }
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Map<String, Object> document = new Yaml(new SafeConstructor(options)).load(in);
      return new Contract(version, Node.root(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Route> routes() {
    return routes;
  }

  List<Operation> operations() {
    return operations;
  }

  private Operation operation(String template, String method, Node path, Node document) {
    Node operation = path.get(method);
    List<Parameter> parameters = new ArrayList<>();
    for (Node list : List.of(path.get("parameters"), operation.get("parameters"))) {
      list.items().forEach(parameter -> parameters.add(parameter(parameter.resolved(), parameter)));
    }
    Node security = operation.get("security");
    return new Operation(
        version,
        operation.get("operationId").text(),
        method.toUpperCase(Locale.ROOT),
        template,
        scopes(security.isPresent() ? security : document.get("security")),
        parameters,
        operation.get("requestBody").isPresent()
            ? body(operation.get("requestBody").resolved())
            : null);
  }

  private static Set<String> scopes(Node security) {
    Set<String> scopes = new HashSet<>();
    security.items().forEach(one -> scopes.addAll(one.get("bearer").texts()));
    return scopes;
  }

  private Parameter parameter(Node parameter, Node reference) {
    Node schema = parameter.get("schema");
    Node resolved = schema.resolved();
    boolean list = resolved.get("type").value() instanceof String type && type.equals("array");
    Node values = list ? resolved.get("items").resolved() : resolved;
    String component =
        reference.get("$ref").value() instanceof String name
            ? name.substring(name.lastIndexOf('/') + 1)
            : "";
    return new Parameter(
        parameter.get("name").text(),
        Parameter.Origin.valueOf(parameter.get("in").text().toUpperCase(Locale.ROOT)),
        Boolean.TRUE.equals(parameter.get("required").value()),
        values.get("type").text(),
        list,
        schema.get("$ref").isPresent()
            ? schemas.compile(schema)
            : schemas.inline(schema, component));
  }

  private Operation.Body body(Node body) {
    String mediaType = body.get("content").names().get(0);
    return new Operation.Body(
        mediaType,
        Boolean.TRUE.equals(body.get("required").value()),
        schemas.compile(body.get("content").get(mediaType).get("schema")));
  }
}
