package dev.steadfast.compat;

import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.MediaRange;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Parts;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the parts of a multipart body (RFC 2046 §5.1): named ones as RFC 7578 says, others in
 * their order.
 *
 * @param headers the text of a header, empty for one that is not sent
 * @param types the media type of a part
 */
record PartsText(Function<Parameter, Optional<String>> headers, Function<Encoding, String> types) {

  private static final String BOUNDARY = "steadfast";

  /** Without headers, each part in the first of its types. */
  static final PartsText PLAIN = new PartsText(header -> Optional.empty(), PartsText::first);

  /** The first media type that the document names. */
  static String first(Encoding encoding) {
    return BodyText.concrete(encoding.contentTypeText().split(",", 2)[0].trim());
  }

  static String contentType(String type) {
    return contentType(type, BOUNDARY);
  }

  private static String contentType(String type, String boundary) {
    return type + "; boundary=" + boundary;
  }

  /** One value in a media type of its part. */
  static String text(Encoding encoding, String type, Node value) {
    MediaRange range = MediaRange.of(type);
    if (range.xml()) {
      String name = encoding.property().isEmpty() ? "root" : encoding.property();
      return XmlText.of(encoding.schema(), name, value).orElseGet(value::toString);
    }
    return range.json() ? value.toString() : Spelling.plain(value);
  }

  /** The whole body. */
  String of(Parts parts, Node value) {
    StringBuilder out = new StringBuilder();
    body(out, parts, value, BOUNDARY);
    return out.toString();
  }

  private void body(StringBuilder out, Parts parts, Node whole, String boundary) {
    if (whole instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        part(out, parts.at(i), array.get(i), boundary);
      }
    } else if (whole instanceof ObjectNode object) {
      for (int i = 0; i < object.size(); i++) {
        Encoding encoding = parts.named(object.key(i));
        if (object.value(i) instanceof ArrayNode array && encoding.parts() == null) {
          array.forEach(item -> part(out, encoding, item, boundary));
        } else {
          part(out, encoding, object.value(i), boundary);
        }
      }
    }
    out.append("--").append(boundary).append("--\r\n");
  }

  private void part(StringBuilder out, Encoding encoding, Node value, String boundary) {
    out.append("--").append(boundary).append("\r\n");
    if (encoding.position() < 0) {
      String safe =
          encoding.property().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
      out.append("Content-Disposition: form-data; name=\"").append(safe).append("\"\r\n");
    }
    Parts inner = encoding.parts();
    boolean nested =
        inner != null
            && inner.range().multipart()
            && (value instanceof ArrayNode || value instanceof ObjectNode);
    String within = "part-of-" + boundary; // no boundary may begin another (RFC 2046 §5.1.1)
    String type = types.apply(encoding);
    out.append("Content-Type: ").append(nested ? contentType(type, within) : type).append("\r\n");
    for (Parameter header : encoding.headers()) {
      headers
          .apply(header)
          .ifPresent(text -> out.append(header.name()).append(": ").append(text).append("\r\n"));
    }
    out.append("\r\n");
    if (nested && inner != null) {
      body(out, inner, value, within);
    } else {
      out.append(text(encoding, type, value));
    }
    out.append("\r\n");
  }
}
