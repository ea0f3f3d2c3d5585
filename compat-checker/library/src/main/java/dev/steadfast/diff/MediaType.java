package dev.steadfast.diff;

import dev.steadfast.schema.View.Spelling;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One representation of a body or of a parameter's value (OAS 3.1, Media Type Object). */
public final class MediaType implements Element {

  private final String name;
  private final MediaRange range;
  private final ObjectNode at;

  private MediaType(String name, ObjectNode at) {
    this.name = name;
    this.range = MediaRange.of(name);
    this.at = at;
  }

  /** The members of a content map, in document order. */
  static List<MediaType> all(@Nullable ObjectNode content) {
    List<MediaType> all = new ArrayList<>();
    for (String name : Nodes.names(content)) {
      ObjectNode at = content == null ? null : Nodes.object(content, name);
      if (at != null && !name.startsWith("x-")) {
        all.add(new MediaType(name, at));
      }
    }
    return all;
  }

  /** The narrowest of the entries that stands for the type; null when none does. */
  public static @Nullable MediaType covering(List<MediaType> content, String name) {
    return Pairing.narrowestCover(content, name);
  }

  /** As written. */
  public String name() {
    return name;
  }

  public MediaRange range() {
    return range;
  }

  @Override
  public ObjectNode at() {
    return at;
  }

  @Override
  public String described() {
    return "media type '" + name + "'";
  }

  /** The whole body's schema; null when any value is allowed, or the body is any bytes. */
  public @Nullable Node schema() {
    Node schema = at.get("schema");
    return schema != null && range.bytes() && Bytes.any(schema) ? null : schema;
  }

  /**
   * The schema of each item of a stream (OAS 3.2); null when there is none, or bodies are no
   * streams.
   */
  public @Nullable Node itemSchema() {
    return range.single() ? null : at.get("itemSchema");
  }

  /** How its values are spelled, as far as a number may also be the text of its digits. */
  Spelling spelling() {
    if (parts().areTexts()) {
      return Spelling.FORM;
    }
    return range.plainText() ? Spelling.FIELD : Spelling.JSON;
  }

  /** What a form or multipart body is made of. */
  public Parts parts() {
    return new Parts(at, null, range, at.get("schema"), itemSchema());
  }

  /** How the property is written; the default when the document does not say. */
  public Encoding encoding(String property) {
    return parts().named(property);
  }
}
