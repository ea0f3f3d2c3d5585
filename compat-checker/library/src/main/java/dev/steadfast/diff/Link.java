package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A named way from a response to a further operation (OAS 3.1, Link Object).
 *
 * @param target the operation that it leads to, however the link names it
 * @param parameters their values; those of the operation's path by position
 */
public record Link(String name, ObjectNode at, String target, Map<String, Node> parameters)
    implements Element {

  private static final List<String> NAMES = List.of("operationId", "operationRef");

  static Link of(String name, ObjectNode at, Contract contract) {
    String id = Nodes.text(at, "operationId");
    String named = id == null ? Nodes.text(at, "operationRef", "") : id;
    Operation operation = contract.operationNamed(named);
    return operation == null
        ? new Link(name, at, named, parameters(at, PathTemplate.of("")))
        : new Link(name, at, operation.key(), parameters(at, operation.path()));
  }

  @Override
  public String described() {
    return "link '" + name + "'";
  }

  /** Whether both lead to the same operation with the same values. */
  public boolean leadsWhere(Link other) {
    return same("requestBody", other)
        && same("server", other)
        && ((target.equals(other.target) && parameters.equals(other.parameters))
            || (NAMES.stream().allMatch(key -> same(key, other)) && same("parameters", other)));
  }

  private boolean same(String key, Link other) {
    return Objects.equals(at.get(key), other.at.get(key));
  }

  private static Map<String, Node> parameters(ObjectNode link, PathTemplate path) {
    Map<String, Node> parameters = new HashMap<>();
    ObjectNode written = Nodes.object(link, "parameters");
    for (String key : Nodes.names(written)) {
      Node value = written == null ? null : written.get(key);
      if (value != null) {
        parameters.put(named(key, path), value);
      }
    }
    return parameters;
  }

  /* A name may say where its parameter is: path.id. */
  private static String named(String key, PathTemplate path) {
    boolean inPath = key.startsWith("path.");
    int hole = path.names().indexOf(inPath ? key.substring("path.".length()) : key);
    return hole >= 0 ? "{" + hole + '}' : key.replaceFirst("^(query|header|cookie)\\.", "");
  }
}
