package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operations of one path; members beside its {@code $ref} come before those behind it. */
record PathItem(ObjectNode at, @Nullable ObjectNode behind) {

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

  static PathItem of(ObjectNode use) {
    ObjectNode target = Nodes.object(use);
    return new PathItem(use, target == use ? null : target);
  }

  @Nullable Node get(String key) {
    Node own = at.get(key);
    return own != null || behind == null ? own : behind.get(key);
  }

  List<Node> parameters() {
    List<Node> all = new ArrayList<>(Nodes.items(at, "parameters"));
    if (behind != null) {
      all.addAll(Nodes.items(behind, "parameters"));
    }
    return all;
  }

  void addOperations(
      Contract contract,
      Operation.Origin origin,
      String within,
      String group,
      PathTemplate path,
      List<Operation> all) {
    for (String method : METHODS) {
      if (get(method) instanceof ObjectNode operation) {
        String name = method.toUpperCase(Locale.ROOT);
        all.add(new Operation(contract, origin, within, group, name, path, this, operation));
      }
    }
    if (get("additionalOperations") instanceof ObjectNode more) {
      for (String method : more.keys()) {
        if (more.get(method) instanceof ObjectNode operation
            && !(METHODS.contains(method.toLowerCase(Locale.ROOT))
                && get(method.toLowerCase(Locale.ROOT)) != null)) {
          all.add(new Operation(contract, origin, within, group, method, path, this, operation));
        }
      }
    }
  }
}
