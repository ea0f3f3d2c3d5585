package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One method on one path, or one message of a webhook or callback. */
public final class Operation implements Element {

  /** Who calls whom. */
  public enum Origin {
    /** The consumer calls the provider. */
    PATH,
    /** The provider calls the consumer, on its own account. */
    WEBHOOK,
    /** The provider calls the consumer back, where a request told it to. */
    CALLBACK
  }

  private final Contract contract;
  private final Origin origin;
  private final String method;
  private final String group;
  private final PathTemplate path;
  private final PathItem item;
  private final ObjectNode at;
  private final String label;
  private @Nullable List<Parameter> parameters;

  Operation(
      Contract contract,
      Origin origin,
      String within,
      String group,
      String method,
      PathTemplate path,
      PathItem item,
      ObjectNode at) {
    this.contract = contract;
    this.origin = origin;
    this.group = group;
    this.method = method;
    this.path = path;
    this.item = item;
    this.at = at;
    this.label = within + local();
  }

  public Origin origin() {
    return origin;
  }

  /** In upper case, except for the author's own methods of OAS 3.2. */
  public String method() {
    return method;
  }

  /** The path; a webhook's name; a callback's expression. */
  public PathTemplate path() {
    return path;
  }

  @Override
  public ObjectNode at() {
    return at;
  }

  public Contract contract() {
    return contract;
  }

  /** {@code POST /v1/payments}, unique in its document. */
  public String label() {
    return label;
  }

  /** The label without the operation that a callback belongs to. */
  String local() {
    return group + method + ' ' + path.text();
  }

  /** Equal for the operations of two documents that answer the same requests. */
  String key() {
    return method + ' ' + path.shape();
  }

  @Override
  public String described() {
    return switch (origin) {
      case PATH -> "operation " + label();
      case WEBHOOK, CALLBACK -> label();
    };
  }

  public boolean deprecated() {
    return Nodes.flag(at, "deprecated", false);
  }

  public @Nullable String operationId() {
    return Nodes.text(at, "operationId");
  }

  public List<String> tags() {
    return Nodes.texts(at, "tags");
  }

  /** Own parameters and the path's, of which a parameter of the operation hides its namesake. */
  public List<Parameter> parameters() {
    List<Parameter> known = parameters;
    if (known == null) {
      Map<String, Parameter> byKey = new LinkedHashMap<>();
      for (Node use : item.parameters()) {
        put(byKey, Parameter.of(use));
      }
      Map<String, Parameter> own = new LinkedHashMap<>();
      for (Node use : Nodes.items(at, "parameters")) {
        put(own, Parameter.of(use));
      }
      byKey.putAll(own);
      byKey.values().removeIf(this::hasNoPlace);
      known = List.copyOf(byKey.values());
      parameters = known;
    }
    return known;
  }

  /* No message carries a path parameter that the template does not name. */
  private boolean hasNoPlace(Parameter parameter) {
    return origin == Origin.PATH
        && parameter.in().equals("path")
        && !path.names().contains(parameter.name());
  }

  private static void put(Map<String, Parameter> byKey, @Nullable Parameter parameter) {
    if (parameter != null) {
      byKey.putIfAbsent(parameter.key(), parameter);
    }
  }

  /**
   * Same key, same parameter on the wire: what fills a hole of the path is known by its position.
   */
  String keyOf(Parameter parameter) {
    int hole = holeOf(parameter);
    return hole < 0 ? parameter.key() : "path#" + hole;
  }

  /** Which hole of the path the parameter fills, from the left; -1 for none. */
  public int holeOf(Parameter parameter) {
    return parameter.in().equals("path") ? path.names().indexOf(parameter.name()) : -1;
  }

  public @Nullable Body body() {
    ObjectNode body = Nodes.object(at, "requestBody");
    return body == null ? null : new Body(body);
  }

  public List<Response> responses() {
    return Response.all(Nodes.object(at, "responses"));
  }

  /** What the document says of a status: itself, its range or the default; null for nothing. */
  public @Nullable Response answer(String status) {
    return Pairing.governing(Pairing.byStatus(responses()), status);
  }

  /** Where it can be called: own servers, else the path's, else the document's. */
  public Servers servers() {
    Node own = at.get("servers");
    Node list = own == null ? item.get("servers") : own;
    return list == null ? contract.servers() : Servers.of(at, list);
  }

  /** Method and URL on each server, without the names of path parameters. */
  List<String> urls() {
    return servers().under(path.shape()).stream().map(url -> method + ' ' + url).toList();
  }

  /**
   * What the caller must prove. A webhook or callback says so itself: the document's own list is
   * about calls to the provider.
   */
  public Authorization authorization() {
    Node own = at.get("security");
    return own == null && origin == Origin.PATH
        ? contract.authorization()
        : Authorization.of(own, at, contract.schemes());
  }

  /** What the provider may call back, in document order. */
  public List<Operation> callbacks() {
    List<Operation> all = new ArrayList<>();
    ObjectNode map = Nodes.object(at, "callbacks");
    for (String name : Nodes.names(map)) {
      ObjectNode callback = map == null ? null : Nodes.object(map, name);
      for (String expression : Nodes.keys(callback)) {
        ObjectNode there = callback == null ? null : Nodes.object(callback, expression);
        if (there != null
            && callback != null
            && callback.get(expression) instanceof ObjectNode use) {
          PathItem.of(use)
              .addOperations(
                  contract,
                  Origin.CALLBACK,
                  label() + ' ',
                  "callback '" + name + "': ",
                  new PathTemplate(expression, expression, List.of()),
                  all);
        }
      }
    }
    return all;
  }
}
