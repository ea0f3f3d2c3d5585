package dev.steadfast.reference.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path of a document with its operations by method. */
final class Route {
  private final String[] steps;
  private final Map<String, Operation> operations = new HashMap<>();

  Route(String template) {
    this.steps = template.split("/", -1);
  }

  void add(Operation operation) {
    operations.put(operation.method(), operation);
  }

  /** The methods that the path has, sorted. */
  List<String> methods() {
    List<String> methods = new ArrayList<>(operations.keySet());
    methods.sort(null);
    return methods;
  }

  @Nullable Operation operation(String method) {
    return operations.get(method);
  }

  /** The values of the path's parameters; null when the path is another one. */
  @Nullable Map<String, String> match(String[] path) {
    if (path.length != steps.length) {
      return null;
    }
    Map<String, String> values = Map.of();
    for (int i = 0; i < steps.length; i++) {
      String step = steps[i];
      if (step.startsWith("{")) {
        if (path[i].isEmpty()) {
          return null;
        }
        values = Map.of(step.substring(1, step.length() - 1), path[i]);
      } else if (!step.equals(path[i])) {
        return null;
      }
    }
    return values;
  }
}
