package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Parameter Object, and where a message has it. */
record DeclaredParameter(ObjectNode object) {

  /** Those of a path item or an operation itself. */
  static List<DeclaredParameter> of(ObjectNode owner) {
    List<DeclaredParameter> parameters = new ArrayList<>();
    if (owner.get("parameters") instanceof ArrayNode list) {
      for (Node use : list) {
        ObjectNode parameter = MessageCheck.object(use);
        if (parameter != null) {
          parameters.add(new DeclaredParameter(parameter));
        }
      }
    }
    return parameters;
  }

  String in() {
    return MessageCheck.text(object, "in");
  }

  String name() {
    return MessageCheck.text(object, "name");
  }

  /** The name as {@link WrittenMessage} has it: of a header, in lower case. */
  String key() {
    return in().equals("header") ? name().toLowerCase(Locale.ROOT) : name();
  }

  boolean required() {
    return MessageCheck.flag(object, "required");
  }

  boolean isIn(WrittenMessage message) {
    return switch (in()) {
      case "query" -> isSpread() || message.queryNames().contains(key());
      case "querystring" -> !message.query().isEmpty();
      case "cookie" -> message.cookieNames().contains(key());
      case "header" -> message.headers().containsKey(key());
      default -> true;
    };
  }

  /** Whether it may be an object whose members stand in the query under their own names. */
  boolean isSpread() {
    ObjectNode schema = MessageCheck.object(object.get("schema"));
    boolean mayBeObject =
        schema != null
            && !(schema.get("type") instanceof StringNode type && !type.value().equals("object"));
    return mayBeObject && !MessageCheck.text(object, "style").equals("deepObject");
  }
}
