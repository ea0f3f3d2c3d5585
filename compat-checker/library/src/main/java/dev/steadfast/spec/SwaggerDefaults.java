package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Swagger 2.0 document says once for all operations. */
final class SwaggerDefaults {

  private final ObjectNode root;
  private final Problems problems;

  SwaggerDefaults(ObjectNode root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** An operation's own list, or the document's; any media type when neither has one. */
  List<String> media(ObjectNode operation, String field) {
    Node list = operation.has(field) ? operation.get(field) : root.get(field);
    List<String> media = new ArrayList<>();
    if (list instanceof ArrayNode array) {
      for (Node item : array) {
        if (item instanceof StringNode text) {
          media.add(text.value());
        } else {
          problems.problem(item, "'" + field + "' must be an array of strings");
        }
      }
    } else if (list != null && !(list instanceof NullNode)) {
      problems.problem(list, "'" + field + "' must be an array of strings");
    }
    return media.isEmpty() ? List.of("*/*") : media;
  }

  /** Where the schemes of an operation or of the document lead; null when nothing says a host. */
  @Nullable Node servers(ObjectNode written) {
    String base = root.get("basePath") instanceof StringNode path ? path.value() : "";
    String host = root.get("host") instanceof StringNode name ? "//" + name.value() : "";
    Node schemes = written.get("schemes");
    if (host.isEmpty() && base.isEmpty()) {
      return null;
    }
    Node place = schemes == null ? root : schemes;
    List<Node> servers = new ArrayList<>();
    if (schemes instanceof ArrayNode list && !host.isEmpty()) {
      for (Node scheme : list) {
        if (scheme instanceof StringNode name) {
          servers.add(new MadeObject(scheme).put("url", name.value() + ':' + host + base).make());
        }
      }
    } else {
      servers.add(new MadeObject(place).put("url", host + base).make());
    }
    return MadeObject.array(place, servers);
  }
}
