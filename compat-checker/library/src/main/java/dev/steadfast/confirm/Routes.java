package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the operation that answers a request, by the document's servers and path templates. */
final class Routes {

  private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}");
  private static final Pattern PIECE = Pattern.compile("%([0-9A-Fa-f]{2})|[^%]+|%");
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

  /**
   * An operation that answers.
   *
   * @param owners who may have parameters for it, the operation last
   * @param query names that the template itself has in the query
   */
  record Match(String template, ObjectNode operation, List<ObjectNode> owners, Set<String> query) {

    /** The name of a hole, counted from the left; empty when there are fewer. */
    String holeName(int hole) {
      Matcher holes = HOLE.matcher(template);
      for (int i = 0; i <= hole; i++) {
        if (!holes.find()) {
          return "";
        }
      }
      return holes.group().substring(1, holes.group().length() - 1);
    }

    /** What the path has in a hole; empty when it is not told. */
    String hole(WrittenMessage message, int hole) {
      Matcher path = pattern(template, "([^/?#]*)", "").matcher(legal(message.path()));
      boolean found = false;
      while (!found && path.find()) {
        found = path.end() == legal(message.path()).length();
      }
      return found && hole < path.groupCount() ? path.group(hole + 1) : "";
    }
  }

  /** A path template, compiled when the text before its first hole and after its last one fit. */
  private static final class Route {

    private final String template;
    private final String head;
    private final String tail;
    private final int holes;
    private final boolean query; // part of the query is in the template
    private final List<ObjectNode> items;
    private @Nullable Pattern path;

    Route(String key, List<ObjectNode> items) {
      this.template = key.split("#", 2)[0]; // a fragment is never sent
      this.query = template.contains("?");
      String[] literals = HOLE.split(template, -1);
      this.head = literals[0];
      this.tail = literals[literals.length - 1];
      this.holes = literals.length - 1;
      this.items = items;
    }

    /* What of a message the template is about. */
    String part(WrittenMessage message) {
      return legal(query ? message.target() : message.path());
    }

    Set<String> queryNames() {
      Set<String> names = new HashSet<>();
      for (String pair : query ? template.split("\\?", 2)[1].split("&") : new String[0]) {
        names.add(pair.split("=", 2)[0]);
      }
      return names;
    }

    boolean mayMatch(String text) {
      return (query || text.endsWith(legal(tail))) && text.contains(legal(head));
    }

    Pattern path() {
      Pattern ready = path;
      if (ready == null) {
        ready = pattern(template, "[^/?#]+", query ? "(?:&.*)?" : "");
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

  /* A variable is one of its values, or any text without an enum (OAS 3.1, Server Variable). */
  private static String server(String url, @Nullable ObjectNode variables) {
    StringBuilder regex = new StringBuilder();
    Matcher holes = HOLE.matcher(url);
    int from = 0;
    while (holes.find()) {
      String name = url.substring(holes.start() + 1, holes.end() - 1);
      ObjectNode variable = variables == null ? null : MessageCheck.object(variables.get(name));
      List<String> values = new ArrayList<>();
      if (variable != null && variable.get("enum") instanceof ArrayNode list) {
        list.forEach(
            value ->
                values.add(Pattern.quote(value instanceof StringNode s ? legal(s.value()) : "")));
      }
      regex.append(Pattern.quote(legal(url.substring(from, holes.start()))));
      regex.append(values.isEmpty() ? "[^/?#]*" : "(?:" + String.join("|", values) + ')');
      from = holes.end();
    }
    return regex + Pattern.quote(legal(url.substring(from)));
  }

  /* A host ignores case, and its default port is never sent (RFC 3986 §6.2.2.1, §6.2.3). */
  private static String server(String scheme, String rest, @Nullable ObjectNode variables) {
    String[] parts = rest.split("/", 2);
    String port = scheme.equalsIgnoreCase("https:") ? ":443" : ":80";
    String host =
        parts[0].endsWith(port)
            ? parts[0].substring(0, parts[0].length() - port.length())
            : parts[0];
    String path = parts.length == 2 ? server('/' + parts[1], variables) : "";
    return "(?i:" + server(host, variables) + ')' + path;
  }

  /* A hole matches the text; everything else is literal. */
  private static Pattern pattern(String template, String hole, String after) {
    StringBuilder regex = new StringBuilder();
    Matcher holes = HOLE.matcher(template);
    int from = 0;
    while (holes.find()) {
      regex.append(Pattern.quote(legal(template.substring(from, holes.start())))).append(hole);
      from = holes.end();
    }
    return Pattern.compile(regex + Pattern.quote(legal(template.substring(from))) + after);
  }

  /* What RFC 3986 does not allow in a URL is written in percents, and nothing else (§6.2.2). */
  private static String legal(String text) {
    StringBuilder out = new StringBuilder();
    Matcher pieces = PIECE.matcher(text);
    while (pieces.find()) {
      String escaped = pieces.group(1);
      if (escaped != null) {
        char octet = (char) Integer.parseInt(escaped, 16);
        boolean free = UNRESERVED.matcher(String.valueOf(octet)).matches();
        out.append(free ? String.valueOf(octet) : '%' + escaped.toUpperCase(Locale.ROOT));
        continue;
      }
      for (byte octet : pieces.group().getBytes(StandardCharsets.UTF_8)) {
        boolean plain = octet > ' ' && octet < 127 && "\"<>\\^`{|}".indexOf(octet) < 0;
        out.append(
            plain
                ? String.valueOf((char) octet)
                : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
      }
    }
    return out.toString();
  }

  /**
   * The most concrete one (OAS 3.1, Paths Object), of equal ones the first that allows the query's
   * values; null when there is none.
   */
  @Nullable Match find(WrittenMessage message) {
    Match best = null;
    int least = Integer.MAX_VALUE;
    for (Route route : routes) {
      Match match = 2 * route.holes() < least ? match(route, message) : null;
      int cost = match == null ? least : 2 * route.holes() + (contradicted(match, message) ? 1 : 0);
      if (match != null && cost < least) {
        best = match;
        least = cost;
      }
    }
    return best;
  }

  private static boolean contradicted(Match match, WrittenMessage message) {
    for (ObjectNode owner : match.owners()) {
      if (owner.get("parameters") instanceof ArrayNode list) {
        for (Node use : list) {
          ObjectNode parameter = MessageCheck.object(use);
          if (parameter != null && contradicted(parameter, message)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean contradicted(ObjectNode parameter, WrittenMessage message) {
    ObjectNode schema = MessageCheck.object(parameter.get("schema"));
    return MessageCheck.text(parameter, "in").equals("query")
        && schema != null
        && schema.get("enum") instanceof ArrayNode values
        && message.queryContradicts(MessageCheck.text(parameter, "name"), texts(values));
  }

  private static Set<String> texts(ArrayNode values) {
    Set<String> texts = new HashSet<>();
    for (Node value : values) {
      texts.add(value instanceof StringNode text ? text.value() : value.toString());
    }
    return texts;
  }

  private @Nullable Match match(Route route, WrittenMessage message) {
    String part = route.part(message);
    if (!route.mayMatch(part) || !route.path().matcher(part).find()) {
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
    return new Match(route.template, operation, owners, route.queryNames());
  }

  private boolean reached(Route route, ObjectNode operation, WrittenMessage message) {
    Node list = operation.get("servers");
    for (ObjectNode item : route.items()) {
      list = list == null ? item.get("servers") : list;
    }
    list = list == null && root != null ? root.get("servers") : list;
    if (!(list instanceof ArrayNode servers) || servers.size() == 0) {
      return route.path().matcher(route.part(message)).matches();
    }
    for (Node server : servers) {
      if (server instanceof ObjectNode at && reached(at, route, message)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reached(ObjectNode server, Route route, WrittenMessage message) {
    String url = MessageCheck.text(server, "url");
    ObjectNode variables = MessageCheck.object(server.get("variables"));
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    int scheme = bare.startsWith("//") ? 0 : bare.indexOf("://"); // without one: RFC 3986 §4.2
    boolean relative = scheme < 0;
    String part = route.part(message);
    String full = relative ? part : legal(message.headers().getOrDefault("host", "")) + part;
    int host = relative ? 0 : bare.indexOf("//", scheme) + 2;
    String regex =
        relative
            ? server(bare, variables)
            : server(bare.substring(0, host - 2), bare.substring(host), variables);
    Matcher front = Pattern.compile(regex).matcher(full);
    return front.lookingAt() && route.path().matcher(full.substring(front.end())).matches();
  }
}
