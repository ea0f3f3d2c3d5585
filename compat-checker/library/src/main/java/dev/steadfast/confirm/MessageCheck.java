package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a document has room for a whole HTTP message: a route, parameters, credentials, a
 * body of its media type, a status, headers. It reads the message's text and the document's own
 * members; values are for {@link IndependentValidator}.
 */
public final class MessageCheck {

  private static final Set<String> USUAL_HEADERS =
      Set.of("host", "accept", "content-type", "content-length", "authorization", "cookie");

  private static final String FORM = "application/x-www-form-urlencoded";

  private final @Nullable ObjectNode root;
  private final Routes routes;

  public MessageCheck(Document document) {
    this.root = document.root() instanceof ObjectNode object ? object : null;
    this.routes = new Routes(root);
  }

  /** What becomes of a message. */
  public enum Opinion {
    ALLOWED,
    REFUSED,
    /** Nothing is wrong with it, but something in it has no meaning. */
    UNREAD
  }

  /**
   * What the document says.
   *
   * @param because why it is not allowed; empty when it is
   */
  public record Answer(Opinion opinion, String because) {

    private static final Answer ALLOWED = new Answer(Opinion.ALLOWED, "");

    private static Answer refused(String because) {
      return new Answer(Opinion.REFUSED, because);
    }

    private static Answer unread(String because) {
      return new Answer(Opinion.UNREAD, because);
    }
  }

  /**
   * A request to the API.
   *
   * @param scopes what the sender's token is good for
   */
  public Answer request(String http, Set<String> scopes) {
    WrittenMessage message = WrittenMessage.parse(http);
    Routes.Match match = routes.find(message);
    if (match == null) {
      return Answer.refused("no operation answers " + message.method() + ' ' + message.path());
    }
    Map<String, ObjectNode> parameters = parameters(match);
    for (ObjectNode parameter : parameters.values()) {
      if (flag(parameter, "required") && !present(parameter, message)) {
        return Answer.refused("parameter '" + text(parameter, "name") + "' is missing");
      }
    }
    if (!admitted(match.operation(), message, scopes)) {
      return Answer.refused("the credentials are not enough");
    }
    String accept = message.headers().getOrDefault("accept", "");
    if (!accept.isEmpty() && !answers(match.operation(), accept)) {
      return Answer.refused("nothing is answered as '" + accept + "'");
    }
    Answer body = body(object(match.operation().get("requestBody")), message);
    return body.opinion() == Opinion.ALLOWED ? unread(match, parameters.values(), message) : body;
  }

  /**
   * What the request says in a parameter, read as this document writes it; empty when that is left
   * open.
   *
   * @param hole which hole of the path it fills, from the left, for one in the path
   */
  public Optional<Object> parameter(String http, String in, String name, int hole) {
    WrittenMessage message = WrittenMessage.parse(http);
    Routes.Match match = routes.find(message);
    if (match == null) {
      return Optional.empty();
    }
    String called = hole < 0 ? name : match.holeName(hole);
    ObjectNode found = null;
    for (ObjectNode owner : match.owners()) {
      if (owner.get("parameters") instanceof ArrayNode list) {
        for (Node use : list) {
          ObjectNode parameter = object(use);
          if (parameter != null
              && text(parameter, "in").equals(in)
              && lowerHeader(parameter).equals(in.equals("header") ? lower(called) : called)) {
            found = parameter;
          }
        }
      }
    }
    if (found == null) {
      return Optional.empty();
    }
    String raw =
        switch (in) {
          case "query" -> message.query();
          case "path" -> match.hole(message, hole);
          default -> message.headers().getOrDefault(in.equals("cookie") ? in : lower(name), "");
        };
    return new WrittenValue(found, in, called).read(raw);
  }

  /** What the request says in a field of a form, read as this document writes it. */
  public Optional<Object> field(String http, String name) {
    WrittenMessage message = WrittenMessage.parse(http);
    Routes.Match match = routes.find(message);
    ObjectNode body = match == null ? null : object(match.operation().get("requestBody"));
    ObjectNode content = body == null ? null : object(body.get("content"));
    ObjectNode form = content == null ? null : object(content.get(FORM));
    ObjectNode schema = form == null ? null : object(form.get("schema"));
    ObjectNode properties = schema == null ? null : object(schema.get("properties"));
    Node property = properties == null ? null : properties.get(name);
    if (form == null || property == null) {
      return Optional.empty();
    }
    ObjectNode encodings = object(form.get("encoding"));
    ObjectNode own = encodings == null ? null : object(encodings.get(name));
    ObjectNode encoding = own == null ? ObjectNode.of(Map.of()) : own;
    String type = contentType(encoding, property);
    return type.isEmpty()
        ? new WrittenValue(encoding, "query", name).read(message.body(), property)
        : new WrittenValue(content(type), "query", name).read(message.body());
  }

  /* Of a value that is no plain text, where style leaves room for it; empty for another. */
  private static String contentType(ObjectNode encoding, Node property) {
    if (encoding.has("style") || encoding.has("explode")) {
      return "";
    }
    ObjectNode schema = object(property);
    boolean members = schema != null && text(schema, "type").equals("object");
    String written = text(encoding, "contentType");
    String type = written.isEmpty() && members ? "application/json" : written;
    return type.startsWith("text/") || type.startsWith("application/octet-stream") ? "" : type;
  }

  /* A parameter of this content is read as such a field is. */
  private static ObjectNode content(String type) {
    return ObjectNode.of(Map.of("content", ObjectNode.of(Map.of(type, ObjectNode.of(Map.of())))));
  }

  /** What a response of the operation says in a header, read as this document writes it. */
  public Optional<Object> header(Node operation, String http, String name) {
    WrittenMessage message = WrittenMessage.parse(http);
    ObjectNode there = object(operation);
    ObjectNode responses = there == null ? null : object(there.get("responses"));
    ObjectNode response = responses == null ? null : governing(responses, message.status());
    ObjectNode headers = response == null ? null : object(response.get("headers"));
    for (String key : headers == null ? List.<String>of() : headers.keys()) {
      ObjectNode header = headers == null ? null : object(headers.get(key));
      if (key.equalsIgnoreCase(name) && header != null) {
        String raw = message.headers().getOrDefault(lower(name), "");
        return new WrittenValue(header, "header", name).read(raw);
      }
    }
    return Optional.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean answers(ObjectNode operation, String accept) {
    ObjectNode responses = object(operation.get("responses"));
    for (String status : responses == null ? List.<String>of() : responses.keys()) {
      ObjectNode response = responses == null ? null : object(responses.get(status));
      ObjectNode content = response == null ? null : object(response.get("content"));
      for (String key : content == null ? List.<String>of() : content.keys()) {
        if (stands(key, accept) || stands(accept, key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A request that the provider sends for a webhook or callback. */
  public Answer message(Node operation, String http) {
    WrittenMessage message = WrittenMessage.parse(http);
    ObjectNode there = object(operation);
    if (there == null) {
      return Answer.refused("there is no such operation");
    }
    if (there.get("parameters") instanceof ArrayNode list) {
      for (Node use : list) {
        ObjectNode parameter = object(use);
        if (parameter != null && flag(parameter, "required") && !present(parameter, message)) {
          return Answer.refused("parameter '" + text(parameter, "name") + "' is missing");
        }
      }
    }
    return body(object(there.get("requestBody")), message);
  }

  /** A response of the operation. */
  public Answer response(Node operation, String http) {
    WrittenMessage message = WrittenMessage.parse(http);
    ObjectNode there = object(operation);
    ObjectNode responses = there == null ? null : object(there.get("responses"));
    ObjectNode response = responses == null ? null : governing(responses, message.status());
    if (response == null) {
      return Answer.refused("status " + message.status() + " is not declared");
    }
    ObjectNode headers = object(response.get("headers"));
    for (String name : headers == null ? List.<String>of() : headers.keys()) {
      ObjectNode header = headers == null ? null : object(headers.get(name));
      boolean sent = message.headers().containsKey(name.toLowerCase(Locale.ROOT));
      if (header != null && flag(header, "required") && !sent) {
        return Answer.refused("header '" + name + "' is missing");
      }
    }
    for (String sent : message.headers().keySet()) {
      boolean declared =
          headers != null && headers.keys().stream().anyMatch(sent::equalsIgnoreCase);
      if (!declared && !USUAL_HEADERS.contains(sent)) {
        return Answer.unread("header '" + sent + "' is not declared");
      }
    }
    ObjectNode content = object(response.get("content"));
    boolean described = content != null && content.size() > 0;
    if (described && !message.hasBody()) {
      return Answer.refused("the body is missing");
    }
    return !described && message.hasBody()
        ? Answer.unread("no body is declared")
        : content(content, message);
  }

  private static @Nullable ObjectNode governing(ObjectNode responses, String status) {
    for (String key :
        new String[] {status, status.charAt(0) + "XX", status.charAt(0) + "xx", "default"}) {
      ObjectNode found = object(responses.get(key));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Map<String, ObjectNode> parameters(Routes.Match match) {
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (ObjectNode owner : match.owners()) {
      if (owner.get("parameters") instanceof ArrayNode list) {
        for (Node use : list) {
          ObjectNode parameter = object(use);
          if (parameter != null && !text(parameter, "in").equals("path")) {
            byName.put(text(parameter, "in") + ' ' + lowerHeader(parameter), parameter);
          }
        }
      }
    }
    byName.values().removeIf(MessageCheck::isUsualHeader);
    return byName;
  }

  private static boolean isUsualHeader(ObjectNode parameter) {
    return text(parameter, "in").equals("header")
        && USUAL_HEADERS.contains(lowerHeader(parameter))
        && !lowerHeader(parameter).equals("cookie");
  }

  private static String lowerHeader(ObjectNode parameter) {
    String name = text(parameter, "name");
    return text(parameter, "in").equals("header") ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static boolean present(ObjectNode parameter, WrittenMessage message) {
    String name = lowerHeader(parameter);
    return switch (text(parameter, "in")) {
      case "query" -> spread(parameter) || message.queryNames().contains(name);
      case "querystring" -> !message.query().isEmpty();
      case "cookie" -> message.cookieNames().contains(name);
      case "header" -> message.headers().containsKey(name);
      default -> true;
    };
  }

  /* The members of an object stand in the query under their own names. */
  private static boolean spread(ObjectNode parameter) {
    ObjectNode schema = object(parameter.get("schema"));
    boolean object =
        schema != null
            && !(schema.get("type") instanceof StringNode type && !type.value().equals("object"));
    return object && !text(parameter, "style").equals("deepObject");
  }

  private static Answer unread(
      Routes.Match match, Iterable<ObjectNode> parameters, WrittenMessage message) {
    List<String> query = new ArrayList<>(message.queryNames());
    query.removeAll(match.query());
    List<String> cookies = new ArrayList<>(message.cookieNames());
    List<String> headers = new ArrayList<>(message.headers().keySet());
    headers.removeAll(USUAL_HEADERS);
    for (ObjectNode parameter : parameters) {
      String name = lowerHeader(parameter);
      switch (text(parameter, "in")) {
        case "query" -> {
          query.remove(name);
          if (spread(parameter)) {
            query.clear();
          }
        }
        case "querystring" -> query.clear();
        case "cookie" -> {
          cookies.remove(name);
          if (spread(parameter)) {
            cookies.clear();
          }
        }
        default -> headers.remove(name);
      }
    }
    query.addAll(cookies);
    query.addAll(headers);
    query.removeIf(name -> message.isCredential(name));
    return query.isEmpty()
        ? Answer.ALLOWED
        : Answer.unread("'" + query.get(0) + "' is not declared");
  }

  private static Answer body(@Nullable ObjectNode body, WrittenMessage message) {
    if (!message.hasBody()) {
      return body != null && flag(body, "required")
          ? Answer.refused("the body is missing")
          : Answer.ALLOWED;
    }
    return body == null
        ? Answer.unread("no body is declared")
        : content(object(body.get("content")), message);
  }

  private static Answer content(@Nullable ObjectNode content, WrittenMessage message) {
    if (content == null || !message.hasBody()) {
      return Answer.ALLOWED;
    }
    String type = message.headers().getOrDefault("content-type", "");
    String because = "media type '" + type + "' is not declared";
    for (String key : content.keys()) {
      ObjectNode media = stands(key, type) ? object(content.get(key)) : null;
      String refusal =
          media == null
              ? because
              : WrittenParts.refusal(media, object(media.get("schema")), type, message.body());
      if (refusal.isEmpty()) {
        return Answer.ALLOWED;
      }
      because = media == null ? because : refusal;
    }
    return Answer.refused(because);
  }

  static boolean stands(String key, String type) {
    List<String> wanted = pieces(key);
    List<String> sent = pieces(type);
    String[] range = wanted.get(0).split("/", 2);
    String[] name = sent.get(0).split("/", 2);
    boolean sameType = range[0].equals("*") || range[0].equals(name[0]);
    boolean sameSubtype =
        range.length < 2
            || range[1].equals("*")
            || (name.length == 2
                && (range[1].equals(name[1])
                    || (range[1].startsWith("*+") && name[1].endsWith(range[1].substring(1)))));
    return sameType && sameSubtype && sent.containsAll(wanted.subList(1, wanted.size()));
  }

  private static List<String> pieces(String type) {
    List<String> pieces = new ArrayList<>();
    for (String piece : type.toLowerCase(Locale.ROOT).split(";", -1)) {
      String bare = piece.strip();
      if (pieces.isEmpty() || !bare.startsWith("charset=")) {
        pieces.add(bare);
      }
    }
    return pieces;
  }

  private boolean admitted(ObjectNode operation, WrittenMessage message, Set<String> scopes) {
    Node own = operation.get("security");
    Node list = own == null && root != null ? root.get("security") : own;
    if (!(list instanceof ArrayNode alternatives) || alternatives.size() == 0) {
      return true;
    }
    for (Node alternative : alternatives) {
      if (alternative instanceof ObjectNode demands && fulfilled(demands, message, scopes)) {
        return true;
      }
    }
    return false;
  }

  private boolean fulfilled(ObjectNode demands, WrittenMessage message, Set<String> scopes) {
    ObjectNode components = root == null ? null : object(root.get("components"));
    ObjectNode schemes = components == null ? null : object(components.get("securitySchemes"));
    for (String name : demands.keys()) {
      ObjectNode scheme = schemes == null ? null : object(schemes.get(name));
      if (scheme == null || !fulfilled(scheme, demands.get(name), message, scopes)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fulfilled(
      ObjectNode scheme, @Nullable Node wanted, WrittenMessage message, Set<String> scopes) {
    String authorization =
        message.headers().getOrDefault("authorization", "").toLowerCase(Locale.ROOT);
    return switch (text(scheme, "type")) {
      case "apiKey" -> holdsKey(scheme, message);
      case "http" ->
          authorization.contains(text(scheme, "scheme").toLowerCase(Locale.ROOT) + ' ')
              && within(wanted, scopes);
      case "oauth2", "openIdConnect" -> authorization.contains("bearer ") && within(wanted, scopes);
      default -> true;
    };
  }

  private static boolean holdsKey(ObjectNode scheme, WrittenMessage message) {
    String name = text(scheme, "name");
    return switch (text(scheme, "in")) {
      case "query" -> message.queryNames().contains(name);
      case "cookie" -> message.cookieNames().contains(name);
      default -> message.headers().containsKey(name.toLowerCase(Locale.ROOT));
    };
  }

  private static boolean within(@Nullable Node wanted, Set<String> scopes) {
    if (wanted instanceof ArrayNode list) {
      for (Node scope : list) {
        if (scope instanceof StringNode name && !scopes.contains(name.value())) {
          return false;
        }
      }
    }
    return true;
  }

  static @Nullable ObjectNode object(@Nullable Node node) {
    if (!(node instanceof ObjectNode object)) {
      return null;
    }
    return object.target() == null ? object : object.target() instanceof ObjectNode o ? o : null;
  }

  static String text(ObjectNode owner, String key) {
    return owner.get(key) instanceof StringNode string ? string.value() : "";
  }

  static boolean flag(ObjectNode owner, String key) {
    return owner.get(key) instanceof BooleanNode flag && flag.value();
  }
}
