package dev.steadfast.compat;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as XML, as the XML Objects of its schema say (OAS 3.2 §4.26, which keeps the
 * meaning of 3.0 and 3.1).
 */
final class XmlText {

  private static final Pattern NAME = Pattern.compile("([A-Za-z_][\\w.-]*:)?[A-Za-z_][\\w.-]*");
  private static final Pattern COMPONENT =
      Pattern.compile("/(?:components/schemas|definitions)/([^/]+)");
  private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
  private static final String NIL =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"";
  private static final int DEEPEST = 16; // schemas that apply in place
  private static final List<String> IN_PLACE = List.of("allOf", "anyOf", "oneOf");

  private boolean possible = true;

  private XmlText() {}

  /**
   * Empty for what XML cannot hold, or a list without an element around it.
   *
   * @param usual the name of a root that has none of its own
   */
  static Optional<String> of(@Nullable Node schema, String usual, Node value) {
    XmlText xml = new XmlText();
    StringBuilder out = new StringBuilder();
    Node at = schema instanceof ObjectNode use && use.target() != null ? use.target() : schema;
    Matcher component = COMPONENT.matcher(at == null ? "" : at.pointer());
    String name = component.matches() ? component.group(1) : usual;
    xml.write(out, new StringBuilder(), schema, name, value);
    boolean rooted = form(schema, value).equals("element");
    return xml.possible && rooted ? Optional.of(out.toString()) : Optional.empty();
  }

  private void write(
      StringBuilder out, StringBuilder tag, @Nullable Node schema, String usual, Node value) {
    ObjectNode xml = xml(schema);
    String name = text(xml, "name").isEmpty() ? usual : text(xml, "name");
    switch (form(schema, value)) {
      case "attribute" -> {
        String full = named(tag, xml, name);
        String text = " " + full + '=' + quoted(Spelling.plain(value));
        tag.append(value instanceof NullNode ? "" : text);
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
      default -> content(out, tag, schema, usual, value);
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
        write(out, tag, item(schema, i), name, array.get(i));
      }
    } else {
      out.append(escaped(Spelling.plain(value)));
    }
  }

  private static @Nullable Node item(@Nullable Node schema, int index) {
    return find(schema, "prefixItems", 0) instanceof ArrayNode list && index < list.size()
        ? list.get(index)
        : find(schema, "items", 0);
  }

  /* nodeType, or what it was before 3.2: a list has no element of its own unless it is wrapped. */
  private static String form(@Nullable Node schema, Node value) {
    ObjectNode xml = xml(schema);
    String written = text(xml, "attribute").equals("true") ? "attribute" : text(xml, "nodeType");
    String usual =
        value instanceof ArrayNode && !text(xml, "wrapped").equals("true") ? "none" : "element";
    return written.isEmpty() ? usual : written;
  }

  /* The namespace is declared where it is used; an attribute needs a prefix for it. */
  private String named(StringBuilder tag, @Nullable ObjectNode xml, String name) {
    String namespace = text(xml, "namespace");
    String prefix = namespace.isEmpty() ? "" : text(xml, "prefix");
    String full = prefix.isEmpty() ? name : prefix + ':' + name;
    String declared = (prefix.isEmpty() ? " xmlns=" : " xmlns:" + prefix + '=') + quoted(namespace);
    if (!namespace.isEmpty() && tag.indexOf(declared) < 0) {
      tag.append(declared);
    }
    possible &= NAME.matcher(full).matches();
    return full;
  }

  private String quoted(String text) {
    return '"' + escaped(text).replace("\"", "&quot;") + '"';
  }

  private String escaped(String text) {
    possible &= !ILLEGAL.matcher(text).find();
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static @Nullable ObjectNode xml(@Nullable Node schema) {
    return find(schema, "xml", 0) instanceof ObjectNode found ? found : null;
  }

  private static @Nullable Node member(@Nullable Node schema, String name) {
    Node declared = find(schema, "properties/" + name, 0);
    return declared == null ? find(schema, "additionalProperties", 0) : declared;
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
    Node value = xml == null ? null : xml.get(key);
    return value == null ? "" : Spelling.plain(value);
  }
}
