package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a form or multipart body, or a part that is itself one, is made of: values by name, or by
 * position (OAS 3.2 §4.14.5, Encoding Usage and Restrictions).
 *
 * @param at the Media Type Object or Encoding Object
 * @param around the encoding of the part that holds these; null for a body
 * @param range the media type of the whole
 * @param schema of the whole; null when there is none
 * @param items the schema of all items of a stream; null when there is none
 */
public record Parts(
    ObjectNode at,
    @Nullable Encoding around,
    MediaRange range,
    @Nullable Node schema,
    @Nullable Node items) {

  private static final int MOST = 100; // positions that are told one by one
  private static final int DEEPEST = 8; // schemas within each other in place

  /** How the value of the name is written; the default when the document does not say. */
  public Encoding named(String name) {
    ObjectNode map = Nodes.object(at, "encoding");
    return new Encoding(
        this, name, -1, property(schema, name, 0), map == null ? null : Nodes.object(map, name));
  }

  /** The same by position, counted from 0. */
  public Encoding at(int position) {
    List<Node> prefix = Nodes.items(at, "prefixEncoding");
    ObjectNode own = Nodes.object(at, "itemEncoding");
    ObjectNode there = position < prefix.size() ? Nodes.object(prefix.get(position)) : own;
    return new Encoding(this, "", position, item(schema, position, 0), there);
  }

  /** Parts with names and headers. */
  public List<Encoding> headed() {
    return encoded().stream().map(this::named).filter(part -> !part.headers().isEmpty()).toList();
  }

  /** Whether values are known by their position. */
  boolean byPosition() {
    return at.has("prefixEncoding") || at.has("itemEncoding");
  }

  /** How many positions are told one by one; all after them are alike. */
  int positions() {
    ObjectNode list = Nodes.object(schema);
    int declared = list == null ? 0 : Nodes.items(list, "prefixItems").size();
    return Math.min(MOST, Math.max(declared, Nodes.items(at, "prefixEncoding").size()));
  }

  /** Names of which the document says how they are written. */
  Set<String> encoded() {
    return new TreeSet<>(Nodes.names(Nodes.object(at, "encoding")));
  }

  /** Names that the schema declares directly. */
  List<String> declared() {
    ObjectNode own = Nodes.object(schema);
    return own == null ? List.of() : Nodes.names(Nodes.object(own, "properties"));
  }

  /**
   * Whether these are the fields of a form, where a number is also the text of its digits: none but
   * objects is written in JSON.
   */
  boolean areTexts() {
    if (!range.styles() || byPosition()) {
      return false;
    }
    Set<String> names = encoded();
    names.addAll(declared());
    return names.stream().map(this::named).allMatch(Encoding::isText);
  }

  private static @Nullable Node property(@Nullable Node use, String name, int depth) {
    ObjectNode schema = Nodes.object(use);
    if (schema == null || depth > DEEPEST) {
      return null;
    }
    ObjectNode properties = Nodes.object(schema, "properties");
    Node found = properties == null ? null : properties.get(name);
    for (Node part : Nodes.items(schema, "allOf")) {
      found = found == null ? property(part, name, depth + 1) : found;
    }
    return found;
  }

  private @Nullable Node item(@Nullable Node use, int position, int depth) {
    ObjectNode list = Nodes.object(use);
    if (list == null || depth > DEEPEST) {
      return items;
    }
    List<Node> prefix = Nodes.items(list, "prefixItems");
    Node found = position < prefix.size() ? prefix.get(position) : list.get("items");
    for (Node part : Nodes.items(list, "allOf")) {
      found = found == null ? item(part, position, depth + 1) : found;
    }
    return found == null ? items : found;
  }
}
