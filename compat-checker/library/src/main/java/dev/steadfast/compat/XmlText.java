package dev.steadfast.compat;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as XML, as the XML Objects of its schema say (OAS 3.2 §4.26, which keeps the
 * meaning of 3.0 and 3.1).
 */
final class XmlText {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
  private static final String NIL =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"";
  private static final int DEEPEST = 16; // schemas that apply in place
  private static final List<String> IN_PLACE = List.of("allOf", "anyOf", "oneOf");

  private boolean possible = true;

  private XmlText() {}

  /** Empty when OpenAPI does not tell how: a root without a name, a name or text XML cannot hold. */
  static Optional<String> of(@Nullable Node schema, Node value) {
    XmlText xml = new XmlText();
    StringBuilder out = new StringBuilder();
    String form = xml.form(schema, value);
    xml.write(out, new StringBuilder(), schema, component(schema), value);
    return xml.possible && form.equals("element") ? Optional.of(out.toString()) : Optional.empty();
  }

  /* The name of the schema in the components; empty where none can be told. */
  private static String component(@Nullable Node schema) {
    Node at = schema instanceof ObjectNode use && use.target() != null ? use.target() : schema;
    String[] steps = at == null ? new String[0] : at.pointer().split("/", -1);
    boolean named = steps.length == 4 && steps[2].equals("schemas");
    return named || (steps.length == 3 && steps[1].equals("definitions"))
        ? steps[steps.length - 1]
        : "";
  }

  private void write(
      StringBuilder out, StringBuilder tag, @Nullable Node schema, String usual, Node value) {
    ObjectNode xml = find(schema, "xml", 0) instanceof ObjectNode found ? found : null;
    String name = text(xml, "name").isEmpty() ? usual : text(xml, "name");
    switch (form(schema, value)) {
      case "attribute" -> {
        if (!(value instanceof NullNode)) {
          tag.append(' ').append(named(tag, xml, name)).append("=\"");
          tag.append(escaped(Spelling.plain(value)).replace("\"", "&quot;")).append('"');
        }
      }
      case "element" -> {
        StringBuilder start = new StringBuilder();
        String full = named(start, xml, name);
        StringBuilder content = new StringBuilder();
        content(content, start, schema, name, value);
        String nil = value instanceof NullNode ? NIL : "";
        out.append('<').append(full).append(start).append(nil);
        out.append(content.isEmpty() ? "/>" : ">" + content + "</" + full + '>');
      }
      case "cdata" -> out.append("<![CDATA[").append(Spelling.plain(value)).append("]]>");
      default -> content(out, tag, schema, name, value);
    }
  }

  /* Attributes of the members go into the start of the element around them. */
  private void content(
      StringBuilder out, StringBuilder tag, @Nullable Node schema, String name, Node value) {
    if (value instanceof ObjectNode object) {
      for (int i = 0; i < object.size(); i++) {
        write(out, tag, member(schema, object.key(i)), object.key(i), object.value(i));
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        Node prefix = find(schema, "prefixItems", 0);
        boolean own = prefix instanceof ArrayNode list && i < list.size();
        Node item = own ? ((ArrayNode) prefix).get(i) : find(schema, "items", 0);
        write(out, tag, item, name, array.get(i));
      }
    } else {
      out.append(escaped(Spelling.plain(value)));
    }
  }

  /* nodeType, or what it was before 3.2: a list has no element of its own unless it is wrapped. */
  private String form(@Nullable Node schema, Node value) {
    ObjectNode xml = find(schema, "xml", 0) instanceof ObjectNode found ? found : null;
    String written = text(xml, "nodeType");
    if (!written.isEmpty()) {
      return written;
    }
    if (flag(xml, "attribute")) {
      return "attribute";
    }
    return value instanceof ArrayNode && !flag(xml, "wrapped") ? "none" : "element";
  }

  /* The namespace is declared where it is used; an attribute needs a prefix for it. */
  private String named(StringBuilder tag, @Nullable ObjectNode xml, String name) {
    String namespace = text(xml, "namespace");
    String prefix = namespace.isEmpty() ? "" : text(xml, "prefix");
    if (!namespace.isEmpty()) {
      tag.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix);
      tag.append("=\"").append(escaped(namespace).replace("\"", "&quot;")).append('"');
    }
    possible &= NAME.matcher(name).matches();
    possible &= prefix.isEmpty() || NAME.matcher(prefix).matches();
    return prefix.isEmpty() ? name : prefix + ':' + name;
  }

  private String escaped(String text) {
    possible &= !ILLEGAL.matcher(text).find();
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static @Nullable Node member(@Nullable Node schema, String name) {
    Node properties = find(schema, "properties/" + name, 0);
    return properties == null ? find(schema, "additionalProperties", 0) : properties;
  }

  /* A keyword of the schema or of one that applies in place; of properties, one of them. */
  private static @Nullable Node find(@Nullable Node use, String path, int depth) {
    if (!(use instanceof ObjectNode schema) || depth > DEEPEST) {
      return null;
    }
    String[] steps = path.split("/", 2);
    Node found = schema.get(steps[0]);
    if (steps.length == 2) {
      found = found instanceof ObjectNode map ? map.get(steps[1]) : null;
    }
    found = found == null ? find(schema.target(), path, depth + 1) : found;
    for (String keyword : IN_PLACE) {
      if (found == null && schema.get(keyword) instanceof ArrayNode parts) {
        for (Node part : parts) {
          found = found == null ? find(part, path, depth + 1) : found;
        }
      }
    }
    return found;
  }

  private static String text(@Nullable ObjectNode xml, String key) {
    return xml != null && xml.get(key) instanceof StringNode string ? string.value() : "";
  }

  private static boolean flag(@Nullable ObjectNode xml, String key) {
    return xml != null && xml.get(key) instanceof BooleanNode flag && flag.value();
  }
}
