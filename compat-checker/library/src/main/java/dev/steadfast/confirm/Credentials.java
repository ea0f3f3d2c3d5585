package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document demands of who sends a request (OAS 3.1, Security Requirement Object). */
final class Credentials {

  private final @Nullable ObjectNode root;

  Credentials(@Nullable ObjectNode root) {
    this.root = root;
  }

  /**
   * Whether what the request holds is enough for the operation.
   *
   * @param scopes what the sender's token is good for
   */
  boolean suffice(ObjectNode operation, WrittenMessage message, Set<String> scopes) {
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
    ObjectNode components = root == null ? null : MessageCheck.object(root.get("components"));
    ObjectNode schemes =
        components == null ? null : MessageCheck.object(components.get("securitySchemes"));
    for (String name : demands.keys()) {
      ObjectNode scheme = schemes == null ? null : MessageCheck.object(schemes.get(name));
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
    return switch (MessageCheck.text(scheme, "type")) {
      case "apiKey" -> holdsKey(scheme, message);
      case "http" ->
          authorization.contains(MessageCheck.text(scheme, "scheme").toLowerCase(Locale.ROOT) + ' ')
              && within(wanted, scopes);
      case "oauth2", "openIdConnect" -> authorization.contains("bearer ") && within(wanted, scopes);
      default -> true;
    };
  }

  private static boolean holdsKey(ObjectNode scheme, WrittenMessage message) {
    String name = MessageCheck.text(scheme, "name");
    return switch (MessageCheck.text(scheme, "in")) {
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
}
