package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must agree between the paths, operations and parameters of a document. */
final class Paths {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

  private final Problems problems;
  private final Map<String, StringNode> operationIds = new HashMap<>();

  Paths(Problems problems) {
    this.problems = problems;
  }

  /** Checks a document whose references are resolved. */
  void check(Node root) {
    if (root instanceof ObjectNode document && document.get("paths") instanceof ObjectNode paths) {
      Map<String, String> shapes = new HashMap<>();
      for (String path : paths.keys()) {
        if (!path.startsWith("x-")) {
          shape(paths, path, shapes);
          if (resolved(paths.get(path)) instanceof ObjectNode item) {
            pathItem(path, item);
          }
        }
      }
    }
  }

  private void shape(ObjectNode paths, String path, Map<String, String> shapes) {
    if (!path.startsWith("/")) {
      problems.note(paths, path, "path '" + path + "' does not start with '/'");
    }
    String shape = VARIABLE.matcher(path).replaceAll("{}");
    String other = shapes.putIfAbsent(shape, path);
    if (other != null) {
      problems.note(paths, path, "path '" + path + "' has the same shape as '" + other + "'");
    }
  }

  private void pathItem(String path, ObjectNode item) {
    Map<String, ObjectNode> shared = parameters(item);
    for (String method : METHODS) {
      if (item.get(method) instanceof ObjectNode operation) {
        operation(path, operation, shared);
      }
    }
    if (item.get("additionalOperations") instanceof ObjectNode more) {
      for (int i = 0; i < more.size(); i++) {
        if (more.value(i) instanceof ObjectNode operation) {
          operation(path, operation, shared);
        }
      }
    }
  }

  private void operation(String path, ObjectNode operation, Map<String, ObjectNode> shared) {
    if (operation.get("operationId") instanceof StringNode id) {
      StringNode first = operationIds.putIfAbsent(id.value(), id);
      if (first != null) {
        problems.note(
            id,
            "operationId '"
                + id.value()
                + "' is used before, at "
                + first.line()
                + ':'
                + first.column());
      }
    }
    Map<String, ObjectNode> all = new LinkedHashMap<>(shared);
    all.putAll(parameters(operation));
    List<String> variables = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(path);
    while (matcher.find()) {
      variables.add(matcher.group(1));
      if (!all.containsKey("path " + matcher.group(1))) {
        problems.note(
            operation,
            "path parameter '" + matcher.group(1) + "' of '" + path + "' is not described");
      }
    }
    all.forEach((name, parameter) -> unused(path, name, parameter, variables));
  }

  private void unused(String path, String name, ObjectNode parameter, List<String> variables) {
    if (name.startsWith("path ") && !variables.contains(name.substring(5))) {
      problems.note(parameter, name.replace(" ", " parameter '") + "' is not in '" + path + "'");
    }
  }

  /* By place and name; of two that share both, the first. */
  private Map<String, ObjectNode> parameters(ObjectNode holder) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    if (holder.get("parameters") instanceof ArrayNode list) {
      for (Node item : list) {
        if (resolved(item) instanceof ObjectNode parameter
            && parameter.get("in") instanceof StringNode in
            && parameter.get("name") instanceof StringNode name) {
          ObjectNode first = found.putIfAbsent(in.value() + ' ' + name.value(), parameter);
          if (first != null) {
            second(item, in.value() + " parameter '" + name.value() + "'", first.equals(parameter));
          }
        }
      }
    }
    return found;
  }

  private void second(Node item, String title, boolean same) {
    if (same) {
      problems.note(item, "a second " + title + ", equal to the first");
    } else {
      problems.problem(item, "a second " + title + ", unlike the first");
    }
  }

  private static @Nullable Node resolved(@Nullable Node node) {
    return node instanceof ObjectNode object && object.target() != null ? object.target() : node;
  }
}
