package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Tree;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a link leads, however it is written (OAS 3.1, Link Object).
 *
 * @param operation method and shape of the path; as written where no path of the document is meant
 * @param parameters their values; those of the path by position
 */
record LinkTarget(String operation, Map<String, Node> parameters) {

  private static final String PATHS = "#/paths/";

  static LinkTarget of(ObjectNode link) {
    Tree file = link.tree();
    ObjectNode paths =
        file != null && file.root() instanceof ObjectNode root ? Nodes.object(root, "paths") : null;
    String reference = Nodes.text(link, "operationRef");
    String id = Nodes.text(link, "operationId", "");
    String written = reference == null ? id : reference;
    String pointer = reference == null ? pointer(paths, id) : reference;
    int end = pointer == null ? -1 : pointer.lastIndexOf('/');
    if (pointer == null || !pointer.startsWith(PATHS) || end < PATHS.length()) {
      return new LinkTarget(written, parameters(link, PathTemplate.of("")));
    }
    String path = pointer.substring(PATHS.length(), end).replace("~1", "/").replace("~0", "~");
    PathTemplate template = PathTemplate.of(path);
    String method = pointer.substring(end + 1).toLowerCase(Locale.ROOT);
    return new LinkTarget(method + ' ' + template.shape(), parameters(link, template));
  }

  private static @Nullable String pointer(@Nullable ObjectNode paths, String id) {
    for (String path : Nodes.keys(paths)) {
      ObjectNode item = paths == null ? null : Nodes.object(paths, path);
      for (String method : Nodes.keys(item)) {
        ObjectNode operation = item == null ? null : Nodes.object(item, method);
        if (operation != null && id.equals(Nodes.text(operation, "operationId"))) {
          return PATHS + path.replace("~", "~0").replace("/", "~1") + '/' + method;
        }
      }
    }
    return null;
  }

  /* A name may say where its parameter is: path.id. */
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

  private static String named(String key, PathTemplate path) {
    boolean inPath = key.startsWith("path.");
    int hole = path.names().indexOf(inPath ? key.substring("path.".length()) : key);
    if (hole >= 0) {
      return "{" + hole + '}';
    }
    return key.replaceFirst("^(query|header|cookie)\\.", "");
  }
}
