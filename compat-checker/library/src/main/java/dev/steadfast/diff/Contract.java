package dev.steadfast.diff;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one OpenAPI document promises. Elements are made when they are asked for. */
public final class Contract {

  private final Document document;
  private final ObjectNode root;
  private @Nullable Authorization authorization;
  private @Nullable Servers servers;
  private @Nullable Map<String, Operation> named;

  public Contract(Document document) {
    this.document = document;
    this.root = document.root() instanceof ObjectNode object ? object : ObjectNode.of(Map.of());
  }

  public Document document() {
    return document;
  }

  /** What the consumer may call, in document order. */
  public List<Operation> operations() {
    return operations("paths", Operation.Origin.PATH, "");
  }

  /** By its id, or by a reference to it in this document. */
  @Nullable Operation operationNamed(String name) {
    Map<String, Operation> known = named;
    if (known == null) {
      known = new HashMap<>();
      for (Operation operation : operations()) {
        String id = operation.operationId();
        String step = operation.path().text().replace("~", "~0").replace("/", "~1");
        String method = operation.method().toLowerCase(Locale.ROOT);
        known.put(UrlText.normal("#/paths/" + step + '/' + method), operation);
        if (id != null) {
          known.put(id, operation);
        }
      }
      named = known;
    }
    Operation found = known.get(name);
    return found == null ? known.get(UrlText.normal(name)) : found;
  }

  /** What the provider may call, in document order. */
  public List<Operation> webhooks() {
    return operations("webhooks", Operation.Origin.WEBHOOK, "webhook ");
  }

  private List<Operation> operations(String member, Operation.Origin origin, String group) {
    List<Operation> all = new ArrayList<>();
    ObjectNode map = Nodes.object(root, member);
    for (String key : Nodes.keys(map)) {
      if (map != null && map.get(key) instanceof ObjectNode item) {
        PathTemplate path =
            origin == Operation.Origin.PATH
                ? PathTemplate.of(key)
                : new PathTemplate(key, key, List.of());
        PathItem.of(item).addOperations(this, origin, "", group, path, all);
      }
    }
    return all;
  }

  Servers servers() {
    Servers known = servers;
    if (known == null) {
      Node list = root.get("servers");
      known = list == null ? new Servers(root, List.of()) : Servers.of(root, list);
      servers = known;
    }
    return known;
  }

  Authorization authorization() {
    Authorization known = authorization;
    if (known == null) {
      known = Authorization.of(root.get("security"), root, schemes());
      authorization = known;
    }
    return known;
  }

  @Nullable ObjectNode schemes() {
    ObjectNode components = Nodes.object(root, "components");
    return components == null ? null : Nodes.object(components, "securitySchemes");
  }
}
