package dev.steadfast.diff;

import dev.steadfast.schema.Facets;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written in XML (OAS 3.2, XML Object, which keeps the meaning of 3.0 and 3.1).
 *
 * @param node the nodeType: an element, an attribute, a text, or none but those of its items
 * @param name as written; empty for the name of the property or component
 * @param usual the name of the property or component
 * @param namespace empty for none; its prefix is a mere abbreviation
 */
record XmlForm(String node, String name, String usual, String namespace) {

  static XmlForm of(Facets facets) {
    ObjectNode xml = facets.annotation("xml") instanceof ObjectNode object ? object : null;
    boolean list = facets.types().contains("array");
    String usual = usual(facets.node());
    if (xml == null) {
      return new XmlForm(list ? "none" : "element", "", usual, "");
    }
    return new XmlForm(
        node(xml, list), Nodes.text(xml, "name", ""), usual, Nodes.text(xml, "namespace", ""));
  }

  private static String node(ObjectNode xml, boolean list) {
    String written = Nodes.text(xml, "nodeType");
    if (written != null) {
      return written.equals("cdata") ? "text" : written;
    }
    if (Nodes.flag(xml, "attribute", false)) {
      return "attribute";
    }
    return list && !Nodes.flag(xml, "wrapped", false) ? "none" : "element";
  }

  private static String usual(@Nullable Node schema) {
    String key =
        schema != null && schema.parent() instanceof ObjectNode parent
            ? parent.keyOf(schema)
            : null;
    return key == null ? "" : key;
  }

  /** Whether both are one text; a renamed component is still itself. */
  boolean isSameAs(XmlForm other) {
    boolean named = node.equals("element") || node.equals("attribute");
    return node.equals(other.node)
        && (!named || (namespace.equals(other.namespace) && hasNameOf(other)));
  }

  private boolean hasNameOf(XmlForm other) {
    boolean bothUsual = name.isEmpty() && other.name.isEmpty();
    return bothUsual || shown().equals(other.shown());
  }

  private String shown() {
    return name.isEmpty() ? usual : name;
  }

  /** For messages: {@code attribute id}, {@code element payment of https://…}. */
  @Override
  public String toString() {
    if (node.equals("none") || node.equals("text")) {
      return node.equals("none") ? "items alone" : node;
    }
    return node + ' ' + shown() + (namespace.isEmpty() ? "" : " of " + namespace);
  }
}
