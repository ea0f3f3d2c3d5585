package dev.steadfast.confirm;

import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final Routes routes;
  private final Credentials credentials;

  public MessageCheck(Document document) {
    ObjectNode root = document.root() instanceof ObjectNode object ? object : null;
    this.routes = new Routes(root);
    this.credentials = new Credentials(root);
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

  /** Reads what messages say in single places, as this document writes it there. */
  public MessageReading reading() {
    return new MessageReading(routes);
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
    Collection<DeclaredParameter> parameters = parameters(match);
    String missing = missing(parameters, message);
    if (missing != null) {
      return Answer.refused("parameter '" + missing + "' is missing");
    }
    if (!credentials.suffice(match.operation(), message, scopes)) {
      return Answer.refused("the credentials are not enough");
    }
    String accept = message.headers().getOrDefault("accept", "");
    if (!accept.isEmpty() && !answers(match.operation(), accept)) {
      return Answer.refused("nothing is answered as '" + accept + "'");
    }
    Answer body = body(object(match.operation().get("requestBody")), message);
    return body.opinion() == Opinion.ALLOWED ? unread(match, parameters, message) : body;
  }

  /** A request that the provider sends for a webhook or callback. */
  public Answer message(Node operation, String http) {
    WrittenMessage message = WrittenMessage.parse(http);
    ObjectNode there = object(operation);
    if (there == null) {
      return Answer.refused("there is no such operation");
    }
    String missing = missing(DeclaredParameter.of(there), message);
    if (missing != null) {
      return Answer.refused("parameter '" + missing + "' is missing");
    }
    return body(object(there.get("requestBody")), message);
  }

  /** A response of the operation. */
  public Answer response(Node operation, String http) {
    WrittenMessage message = WrittenMessage.parse(http);
    ObjectNode response = governing(operation, message.status());
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

  private static boolean answers(ObjectNode operation, String accept) {
    ObjectNode responses = object(operation.get("responses"));
    for (String status : responses == null ? List.<String>of() : responses.keys()) {
      ObjectNode response = responses == null ? null : object(responses.get(status));
      ObjectNode content = response == null ? null : object(response.get("content"));
      for (String key : content == null ? List.<String>of() : content.keys()) {
        if (MediaNames.stands(key, accept) || MediaNames.stands(accept, key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The response that governs a status, the most concrete first; null when there is none. */
  static @Nullable ObjectNode governing(Node operation, String status) {
    ObjectNode there = object(operation);
    ObjectNode responses = there == null ? null : object(there.get("responses"));
    if (responses == null) {
      return null;
    }
    String range = status.substring(0, 1);
    for (String key : List.of(status, range + "XX", range + "xx", "default")) {
      ObjectNode found = object(responses.get(key));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /* An operation's own replace those of its path; headers that OpenAPI ignores are left out. */
  private static Collection<DeclaredParameter> parameters(Routes.Match match) {
    Map<String, DeclaredParameter> byName = new LinkedHashMap<>();
    for (ObjectNode owner : match.owners()) {
      for (DeclaredParameter parameter : DeclaredParameter.of(owner)) {
        if (!parameter.in().equals("path") && !isUsualHeader(parameter)) {
          byName.put(parameter.in() + ' ' + parameter.key(), parameter);
        }
      }
    }
    return byName.values();
  }

  private static boolean isUsualHeader(DeclaredParameter parameter) {
    return parameter.in().equals("header")
        && USUAL_HEADERS.contains(parameter.key())
        && !parameter.key().equals("cookie");
  }

  /* The name of the first required one that the message does not have. */
  private static @Nullable String missing(
      Iterable<DeclaredParameter> parameters, WrittenMessage message) {
    for (DeclaredParameter parameter : parameters) {
      if (parameter.required() && !parameter.isIn(message)) {
        return parameter.name();
      }
    }
    return null;
  }

  private static Answer unread(
      Routes.Match match, Iterable<DeclaredParameter> parameters, WrittenMessage message) {
    List<String> query = new ArrayList<>(message.queryNames());
    query.removeAll(match.query());
    List<String> cookies = new ArrayList<>(message.cookieNames());
    List<String> headers = new ArrayList<>(message.headers().keySet());
    headers.removeAll(USUAL_HEADERS);
    for (DeclaredParameter parameter : parameters) {
      String name = parameter.key();
      switch (parameter.in()) {
        case "query" -> {
          query.remove(name);
          if (parameter.isSpread()) {
            query.clear();
          }
        }
        case "querystring" -> query.clear();
        case "cookie" -> {
          cookies.remove(name);
          if (parameter.isSpread()) {
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
      ObjectNode media = MediaNames.stands(key, type) ? object(content.get(key)) : null;
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
