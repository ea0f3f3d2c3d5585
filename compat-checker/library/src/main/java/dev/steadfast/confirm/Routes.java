package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the operation that answers a request, by the document's servers and path templates. */
final class Routes {

  private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}");

  /**
   * An operation that answers.
   *
   * @param owners who may have parameters for it, the operation last
   */
  record Match(ObjectNode operation, List<ObjectNode> owners) {}

  /** A path template, compiled when the text before its first hole and after its last one fit. */
  private static final class Route {

    private final String template;
    private final String head;
    private final String tail;
    private final int holes;
    private final List<ObjectNode> items;
    private @Nullable Pattern path;

    Route(String template, List<ObjectNode> items) {
      this.template = template;
      String[] literals = HOLE.split(template, -1);
      this.head = literals[0];
      this.tail = literals[literals.length - 1];
      this.holes = literals.length - 1;
      this.items = items;
    }

    boolean mayMatch(String text) {
      return text.endsWith(tail) && text.contains(head);
    }

    Pattern path() {
      Pattern ready = path;
      if (ready == null) {
        ready = pattern(template, "[^/?#]*");
        path = ready;
      }
      return ready;
    }

    int holes() {
      return holes;
    }

    List<ObjectNode> items() {
      return items;
    }
  }

  private final @Nullable ObjectNode root;
  private final List<Route> routes = new ArrayList<>();

  Routes(@Nullable ObjectNode root) {
    this.root = root;
    ObjectNode paths = root == null ? null : MessageCheck.object(root.get("paths"));
    for (String template : paths == null ? List.<String>of() : paths.keys()) {
      if (paths != null && paths.get(template) instanceof ObjectNode item) {
        List<ObjectNode> items = new ArrayList<>();
        if (item.target() instanceof ObjectNode behind) {
          items.add(behind);
        }
        items.add(item);
        routes.add(new Route(template, items));
      }
    }
  }

  /* A hole matches the text; everything else is literal. */
  private static Pattern pattern(String template, String hole) {
    StringBuilder regex = new StringBuilder();
    Matcher holes = HOLE.matcher(template);
    int from = 0;
    while (holes.find()) {
      regex.append(Pattern.quote(template.substring(from, holes.start()))).append(hole);
      from = holes.end();
    }
    return Pattern.compile(regex + Pattern.quote(template.substring(from)));
  }

  /** The most concrete one (OAS 3.1, Paths Object); null when there is none. */
  @Nullable Match find(WrittenMessage message) {
    Match best = null;
    int fewest = Integer.MAX_VALUE;
    for (Route route : routes) {
      Match match = route.holes() < fewest ? match(route, message) : null;
      if (match != null) {
        best = match;
        fewest = route.holes();
      }
    }
    return best;
  }

  private @Nullable Match match(Route route, WrittenMessage message) {
    if (!route.mayMatch(message.path()) || !route.path().matcher(message.path()).find()) {
      return null;
    }
    ObjectNode operation = null;
    for (ObjectNode item : route.items()) {
      Node own = item.get(message.method().toLowerCase(Locale.ROOT));
      ObjectNode more = MessageCheck.object(item.get("additionalOperations"));
      Node other = more == null ? null : more.get(message.method());
      operation = own instanceof ObjectNode o ? o : other instanceof ObjectNode o ? o : operation;
    }
    if (operation == null || !reached(route, operation, message)) {
      return null;
    }
    List<ObjectNode> owners = new ArrayList<>(route.items());
    owners.add(operation);
    return new Match(operation, owners);
  }

  private boolean reached(Route route, ObjectNode operation, WrittenMessage message) {
    Node list = operation.get("servers");
    for (ObjectNode item : route.items()) {
      list = list == null ? item.get("servers") : list;
    }
    list = list == null && root != null ? root.get("servers") : list;
    if (!(list instanceof ArrayNode servers) || servers.size() == 0) {
      return route.path().matcher(message.path()).matches();
    }
    for (Node server : servers) {
      if (server instanceof ObjectNode at
          && reached(MessageCheck.text(at, "url"), route, message)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reached(String url, Route route, WrittenMessage message) {
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    int scheme = bare.indexOf("://");
    String host = message.headers().getOrDefault("host", "");
    String full = scheme < 0 ? message.path() : host + message.path();
    Matcher front =
        pattern(scheme < 0 ? bare : bare.substring(scheme + 3), "[^/?#]*").matcher(full);
    return front.lookingAt() && route.path().matcher(full.substring(front.end())).matches();
  }
}
