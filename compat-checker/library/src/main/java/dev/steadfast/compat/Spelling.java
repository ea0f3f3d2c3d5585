package dev.steadfast.compat;

import dev.steadfast.diff.Wire;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes a value as style and explode say (OAS 3.1 §4.8.12.6, RFC 6570). A member that is itself an
 * array or object has no form of its own there: it is written as JSON text.
 */
final class Spelling {

  private final Wire wire;
  private final UnaryOperator<String> escape;

  Spelling(Wire wire, UnaryOperator<String> escape) {
    this.wire = wire;
    this.escape = escape;
  }

  /** The pairs of a query, form or cookie, {@code name=value} each. */
  List<String> pairs(String name, Node value) {
    String key = escape.apply(name);
    if (value instanceof ArrayNode array) {
      return arrayPairs(key, array);
    }
    if (value instanceof ObjectNode object) {
      return objectPairs(key, object);
    }
    return List.of(key + '=' + scalar(value));
  }

  private List<String> arrayPairs(String key, ArrayNode array) {
    List<String> items = new ArrayList<>();
    array.forEach(item -> items.add(scalar(item)));
    if (wire.explode()) {
      return items.stream().map(item -> key + '=' + item).toList();
    }
    return List.of(key + '=' + String.join(separator(), items));
  }

  private List<String> objectPairs(String key, ObjectNode object) {
    List<String> pairs = new ArrayList<>();
    List<String> flat = new ArrayList<>();
    for (String name : object.keys()) {
      Node value = object.get(name);
      String text = value == null ? "" : scalar(value);
      flat.add(escape.apply(name));
      flat.add(text);
      String member =
          wire.style().equals("deepObject")
              ? key + '[' + escape.apply(name) + ']'
              : escape.apply(name);
      pairs.add(member + '=' + text);
    }
    return wire.explode() || wire.style().equals("deepObject")
        ? pairs
        : List.of(key + '=' + String.join(separator(), flat));
  }

  private String separator() {
    return switch (wire.style()) {
      case "spaceDelimited" -> "%20";
      case "pipeDelimited" -> "%7C";
      case "tabDelimited" -> "%09"; // Swagger 2.0
      default -> ",";
    };
  }

  /** The text of a path segment's hole or of a header. */
  String text(String name, Node value) {
    String joint = wire.style().equals("label") && wire.explode() ? "." : separator();
    return switch (wire.style()) {
      case "label" -> "." + members(value, joint);
      case "matrix" -> matrix(escape.apply(name), value);
      default -> members(value, joint);
    };
  }

  private String matrix(String key, Node value) {
    if (wire.explode() && (value instanceof ArrayNode || value instanceof ObjectNode)) {
      return ";" + String.join(";", pairs(key, value));
    }
    return ";" + key + '=' + members(value, ",");
  }

  private String members(Node value, String joint) {
    List<String> members = new ArrayList<>();
    if (value instanceof ArrayNode array) {
      array.forEach(item -> members.add(scalar(item)));
    } else if (value instanceof ObjectNode object) {
      for (String name : object.keys()) {
        Node member = object.get(name);
        String text = member == null ? "" : scalar(member);
        String key = escape.apply(name);
        members.add(wire.explode() ? key + '=' + text : key + ',' + text);
      }
    } else {
      members.add(scalar(value));
    }
    return String.join(joint, members);
  }

  private String scalar(Node value) {
    return escape.apply(plain(value));
  }

  /** The text of one value outside JSON; null is empty. */
  static String plain(Node value) {
    if (value instanceof StringNode string) {
      return string.value();
    }
    return value instanceof NullNode ? "" : value.toString();
  }
}
