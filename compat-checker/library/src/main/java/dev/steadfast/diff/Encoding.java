package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one property of a form or multipart body is written (OAS 3.1, Encoding Object). */
public final class Encoding implements Element {

  private final MediaType body;
  private final String property;
  private final @Nullable ObjectNode node;

  Encoding(MediaType body, String property, @Nullable ObjectNode node) {
    this.body = body;
    this.property = property;
    this.node = node;
  }

  public String property() {
    return property;
  }

  @Override
  public Node at() {
    return node == null ? body.at() : node;
  }

  @Override
  public String described() {
    return "encoding of '" + property + "'";
  }

  /**
   * Whether the two are about one property. One that came, went or has another type is the schema's
   * affair; of one that no schema declares, only what both documents write counts.
   */
  boolean comparableWith(Encoding other) {
    Node mine = schema();
    Node theirs = other.schema();
    if (mine == null || theirs == null) {
      return mine == theirs && node != null && other.node != null;
    }
    return node != null || other.node != null || Kind.of(mine).equals(Kind.of(theirs));
  }

  /** The media types a part may have; the default follows the property's type (OAS 3.1 §4.8.15). */
  public List<MediaRange> contentTypes() {
    String written = node == null ? null : Nodes.text(node, "contentType");
    if (written == null) {
      return List.of(MediaRange.of(defaultType()));
    }
    List<MediaRange> ranges = new ArrayList<>();
    for (String one : written.split(",", -1)) {
      ranges.add(MediaRange.of(one));
    }
    return ranges;
  }

  /** As written, or the default's name. */
  public String contentTypeText() {
    String written = node == null ? null : Nodes.text(node, "contentType");
    return written == null ? defaultType() : written;
  }

  private String defaultType() {
    Node schema = schema();
    Set<Kind> kinds = Kind.of(schema);
    if (kinds.contains(Kind.ARRAY) && schema != null && kinds.size() < Kind.values().length) {
      ObjectNode array = Nodes.object(schema);
      schema = array == null ? null : array.get("items");
      kinds = Kind.of(schema);
    }
    if (kinds.size() == Kind.values().length || binary(schema)) {
      return "application/octet-stream";
    }
    ObjectNode text = Nodes.object(schema);
    String content = text == null ? null : Nodes.text(text, "contentMediaType");
    if (content != null && kinds.equals(Set.of(Kind.STRING))) {
      return content;
    }
    return kinds.contains(Kind.OBJECT) || kinds.contains(Kind.ARRAY)
        ? "application/json"
        : "text/plain";
  }

  private static boolean binary(@Nullable Node use) {
    ObjectNode schema = Nodes.object(use);
    return schema != null
        && schema.get("format") instanceof StringNode format
        && format.value().equals("binary");
  }

  /** The property's schema where it is declared directly; null elsewhere. */
  public @Nullable Node schema() {
    return property(body.schema(), 0);
  }

  private @Nullable Node property(@Nullable Node use, int depth) {
    ObjectNode schema = Nodes.object(use);
    if (schema == null || depth > 8) {
      return null;
    }
    ObjectNode properties = Nodes.object(schema, "properties");
    Node found = properties == null ? null : properties.get(property);
    for (Node part : Nodes.items(schema, "allOf")) {
      found = found == null ? property(part, depth + 1) : found;
    }
    return found;
  }

  /**
   * Whether a part of each of these media types is one of the other's too. Style and explode leave
   * no room for a media type (OAS 3.1 §4.8.15.1).
   */
  public boolean takenBy(Encoding other) {
    if (styled() || other.styled()) {
      return true;
    }
    List<MediaRange> taken = other.contentTypes();
    return contentTypes().stream()
        .allMatch(mine -> taken.stream().anyMatch(range -> range.covers(mine)));
  }

  /** Style and explode, for the writer of a form. */
  public Wire wire() {
    if (node == null || !styled()) {
      return new Wire("query", "form", true);
    }
    String style = Nodes.text(node, "style", "form");
    return new Wire("query", style, Nodes.flag(node, "explode", style.equals("form")));
  }

  /** Whether style or explode is written; else the value is written in its content type. */
  public boolean styled() {
    return node != null && (node.has("style") || node.has("explode"));
  }

  /**
   * How a value of the JSON type is spelled; equal texts are equal spellings. Without style and
   * explode each array item is a part of its own, and an object is one JSON text (OAS 3.1 §4.8.15).
   */
  public String form(Kind kind) {
    return kind == Kind.OBJECT && !styled() ? "n={json}" : wire().form(kind);
  }

  /** A JSON type that both may have and spell differently. */
  public Optional<Kind> spelledOtherwiseIn(Encoding other) {
    for (Kind kind : Kind.values()) {
      if (!form(kind).equals(other.form(kind))
          && Kind.of(schema()).contains(kind)
          && Kind.of(other.schema()).contains(kind)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Headers of the part, by name; {@code Content-Type} is not one of them. */
  public List<Parameter> headers() {
    return Parameter.headers(node == null ? null : Nodes.object(node, "headers"));
  }
}
