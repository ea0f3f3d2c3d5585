package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a parameter, header or form field back out of a message, as its own document writes it (OAS
 * 3.1 §4.8.12.6, RFC 6570): a text, a list of texts, or texts by name. It shares no code with what
 * wrote the message.
 */
final class WrittenValue {

  /** The document's form does not fit the text. */
  static final String UNREADABLE = "(unreadable)";

  private static final String JSON = "application/json";
  private static final Pattern LITERAL = Pattern.compile("-?[0-9][0-9.eE+-]*|true|false|null");

  private final ObjectNode field;
  private final String place;
  private final String name;

  /**
   * @param field a Parameter, Header or Encoding Object, or what stands for one
   * @param place {@code query}, {@code path}, {@code header} or {@code cookie}; a form is a query
   */
  WrittenValue(ObjectNode field, String place, String name) {
    this.field = field;
    this.place = place;
    this.name = name;
  }

  /** The same, by the schema or the content of the parameter or header. */
  Optional<Object> read(String raw) {
    Node schema = field.get("schema");
    ObjectNode content = MessageCheck.object(field.get("content"));
    if (content == null) {
      return schema == null ? Optional.empty() : read(raw, schema);
    }
    boolean json = content.size() == 1 && content.key(0).toLowerCase(Locale.ROOT).startsWith(JSON);
    boolean pairs = place.equals("query") || place.equals("cookie");
    return json
        ? (pairs ? fromPairs(raw, "", "form") : Optional.<Object>of(decoded(raw)))
            .map(text -> json(text.toString()))
        : Optional.empty();
  }

  /* A text by itself is no JSON; a number is the same in both. */
  private static Object json(String text) {
    if (text.startsWith("[") || text.startsWith("{")) {
      return List.of(JSON, text);
    }
    return text.length() > 1 && text.startsWith("\"")
        ? text.substring(1, text.length() - 1)
        : LITERAL.matcher(text).matches() ? text : UNREADABLE;
  }

  /**
   * Empty when the message does not tell, or the document leaves open what kind of value it is.
   *
   * @param raw the query, the hole in the path, the header's value, or the cookie header
   */
  Optional<Object> read(String raw, Node schema) {
    String type = type(schema);
    String style = MessageCheck.text(field, "style");
    boolean pairs = place.equals("query") || place.equals("cookie");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return pairs
        ? fromPairs(raw, type, style.isEmpty() ? "form" : style)
        : Optional.of(fromText(raw, type, style.isEmpty() ? "simple" : style));
  }

  private static String type(Node schema) {
    ObjectNode object = MessageCheck.object(schema);
    if (object != null
        && object.get("allOf") instanceof ArrayNode parts
        && parts.size() == 1
        && !object.has("type")) {
      object = MessageCheck.object(parts.get(0));
    }
    return object == null || !(object.get("type") instanceof StringNode type) ? "" : type.value();
  }

  private boolean explode(boolean usual) {
    return field.has("explode") ? MessageCheck.flag(field, "explode") : usual;
  }

  private Optional<Object> fromPairs(String raw, String type, String style) {
    List<String> mine = new ArrayList<>();
    Map<String, String> bracketed = new LinkedHashMap<>();
    Map<String, String> all = new LinkedHashMap<>();
    String joint = style.equals("cookie") ? "; " : place.equals("cookie") ? "; |&" : "&";
    for (String pair : raw.split(joint, -1)) {
      String[] parts = pair.split("=", 2);
      String key = decoded(parts[0]);
      String value = parts.length == 2 ? parts[1] : "";
      all.put(key, decoded(value));
      if (key.equals(name)) {
        mine.add(value);
      } else if (key.startsWith(name + '[') && key.endsWith("]")) {
        bracketed.put(key.substring(name.length() + 1, key.length() - 1), decoded(value));
      }
    }
    boolean explode = explode(style.equals("form") || style.equals("cookie"));
    if (style.equals("deepObject")) {
      return Optional.of(bracketed.isEmpty() ? UNREADABLE : bracketed);
    }
    if (type.equals("object") && explode) {
      return Optional.of(all);
    }
    if (mine.isEmpty()) {
      return Optional.of(UNREADABLE);
    }
    return switch (type) {
      case "array" ->
          Optional.of(
              explode
                  ? mine.stream().map(WrittenValue::decoded).toList()
                  : split(mine.get(0), separator(style)));
      case "object" -> Optional.of(members(split(mine.get(0), separator(style))));
      default -> Optional.of(decoded(mine.get(0)));
    };
  }

  private Object fromText(String raw, String type, String style) {
    boolean explode = explode(false);
    String text = raw;
    if (style.equals("label") || style.equals("matrix")) {
      String front = style.equals("label") ? "." : ";";
      if (!text.startsWith(front)) {
        return UNREADABLE;
      }
      text = text.substring(1);
    }
    if (style.equals("matrix")) {
      return matrix(text, type, explode);
    }
    String joint = style.equals("label") && explode ? "." : separator(style);
    return switch (type) {
      case "array" -> split(text, joint);
      case "object" -> explode ? named(split(text, joint)) : members(split(text, joint));
      default -> decoded(text);
    };
  }

  private Object matrix(String text, String type, boolean explode) {
    List<String> parts = split(text, ";");
    if (type.equals("object") && explode) {
      return named(parts);
    }
    List<String> values = new ArrayList<>();
    for (String part : parts) {
      if (!part.startsWith(name + '=')) {
        return UNREADABLE;
      }
      values.add(part.substring(name.length() + 1));
    }
    return switch (type) {
      case "array" -> explode ? values : split(values.get(0), ",");
      case "object" -> members(split(values.get(0), ","));
      default -> values.get(0);
    };
  }

  private static String separator(String style) {
    return switch (style) {
      case "spaceDelimited" -> "%20";
      case "pipeDelimited" -> "%7C";
      case "tabDelimited" -> "%09";
      default -> ",";
    };
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(separator), -1)) {
      parts.add(decoded(part));
    }
    return parts;
  }

  /* k,v,k,v */
  private static Object members(List<String> flat) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      members.put(flat.get(i), flat.get(i + 1));
    }
    return flat.size() % 2 == 0 ? members : UNREADABLE;
  }

  /* k=v */
  private static Object named(List<String> pairs) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        return UNREADABLE;
      }
      members.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return members;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
