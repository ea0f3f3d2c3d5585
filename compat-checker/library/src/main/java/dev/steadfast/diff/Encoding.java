package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one part of a form or multipart body is written (OAS 3.1 and 3.2, Encoding Object). */
public final class Encoding implements Element {

  private static final List<String> OF_PARTS =
      List.of("encoding", "prefixEncoding", "itemEncoding");

  private final Parts parts;
  private final String property;
  private final int position;
  private final @Nullable Node schema;
  private final @Nullable ObjectNode node;

  Encoding(
      Parts parts,
      String property,
      int position,
      @Nullable Node schema,
      @Nullable ObjectNode node) {
    this.parts = parts;
    this.property = property;
    this.position = position;
    this.schema = schema;
    this.node = node;
  }

  /** The name; empty for a part that is known by its position. */
  public String property() {
    return property;
  }

  /** Counted from 0; -1 for a part that is known by its name. */
  public int position() {
    return position;
  }

  /** What the part is one of. */
  public Parts siblings() {
    return parts;
  }

  @Override
  public Node at() {
    return node == null ? parts.at() : node;
  }

  @Override
  public String described() {
    return "encoding of " + label();
  }

  /** Which part it is: {@code 'receipt'}, {@code part 2}, {@code 'receipt' in part 2}. */
  String label() {
    String own = position < 0 ? "'" + property + "'" : "part " + (position + 1);
    Encoding around = parts.around();
    return around == null ? own : own + " in " + around.label();
  }

  /** What a part is made of that is a form or multipart itself; null when it is neither. */
  public @Nullable Parts parts() {
    MediaRange whole = contentTypes().get(0);
    return node != null && whole.form() ? new Parts(node, this, whole, schema, null) : null;
  }

  /** Whether the document says how the parts of this part are written. */
  boolean nests() {
    return node != null && OF_PARTS.stream().anyMatch(node::has);
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
    Set<Kind> kinds = Kind.of(schema);
    Node one = schema;
    if (kinds.contains(Kind.ARRAY) && position < 0 && kinds.size() < Kind.values().length) {
      ObjectNode array = Nodes.object(schema);
      one = array == null ? null : array.get("items");
      kinds = Kind.of(one);
    }
    if (kinds.size() == Kind.values().length || Bytes.are(one)) {
      return "application/octet-stream";
    }
    ObjectNode text = Nodes.object(one);
    String content = text == null ? null : Nodes.text(text, "contentMediaType");
    if (content != null && kinds.equals(Set.of(Kind.STRING))) {
      return content;
    }
    return kinds.contains(Kind.OBJECT) || kinds.contains(Kind.ARRAY)
        ? "application/json"
        : "text/plain";
  }

  /** The part's schema where it is declared directly; null elsewhere. */
  public @Nullable Node schema() {
    return schema;
  }

  /** A media type of this part that the other is not, a concrete one if one comes to mind. */
  public String typeOutside(Encoding other) {
    List<MediaRange> taken = other.contentTypes();
    for (MediaRange mine : contentTypes()) {
      String type = mine.typeOutside(taken);
      if (!type.isEmpty()) {
        return type;
      }
    }
    return "";
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

  /**
   * Whether style or explode is written, which count in forms only; else the value is written in
   * its content type.
   */
  public boolean styled() {
    return node != null && (node.has("style") || node.has("explode")) && parts.range().styles();
  }

  /** Whether the value is written as its plain text, when style does not say otherwise. */
  public boolean isPlain(Node value) {
    return !(value instanceof ObjectNode)
        && contentTypes().stream().noneMatch(type -> type.json() || type.xml());
  }

  /** Whether it, or each of its items, is a file's bytes and no value to look at. */
  boolean isBytes() {
    return contentTypes().stream().allMatch(MediaRange::bytes);
  }

  /** Whether a number is written as the text of its digits, and a string as itself. */
  boolean isText() {
    ObjectNode array = Nodes.object(schema);
    Set<Kind> items = array == null ? Set.of() : Kind.of(array.get("items"));
    boolean nested = items.contains(Kind.ARRAY) && items.size() < Kind.values().length;
    boolean objects =
        Kind.of(schema).equals(Set.of(Kind.OBJECT)) || items.equals(Set.of(Kind.OBJECT));
    boolean texts = contentTypes().stream().noneMatch(type -> type.json() || type.xml());
    return !nested && (styled() || objects || texts);
  }

  /**
   * How a value of the JSON type is spelled; equal texts are equal spellings. Without style and
   * explode each array item is a part of its own, and an object is one JSON text (OAS 3.1 §4.8.15).
   */
  public String form(Kind kind) {
    return kind == Kind.OBJECT && !styled() ? "n={json}" : wire().form(kind);
  }

  /** The same beside a spelling by style, which leaves no room for a content type. */
  public String form(Kind kind, Encoding other) {
    boolean text = kind.compareTo(Kind.STRING) >= 0;
    boolean json = contentTypes().stream().allMatch(MediaRange::json);
    return text && json && !styled() && other.styled() ? "n={json}" : form(kind);
  }

  /** A JSON type that both may have and spell differently. */
  public Optional<Kind> spelledOtherwiseIn(Encoding other) {
    for (Kind kind : Kind.values()) {
      if (!form(kind, other).equals(other.form(kind, this))
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
