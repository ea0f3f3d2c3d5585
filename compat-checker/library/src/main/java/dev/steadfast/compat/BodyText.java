package dev.steadfast.compat;

import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.MediaRange;
import dev.steadfast.diff.MediaType;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value written in a media type.
 *
 * @param contentType the concrete type
 * @param faithful false when there is no writer for the type and the text is JSON instead
 */
record BodyText(String contentType, String text, boolean faithful) {

  static BodyText of(MediaType media, Node value) {
    return of(media, media.name(), value, PartsText.PLAIN);
  }

  /** Written in the type, one of those that the media type stands for. */
  static BodyText of(MediaType media, String wanted, Node value, PartsText parts) {
    String type = concrete(wanted);
    MediaRange range = MediaRange.of(type);
    if (range.json()) {
      return new BodyText(type, value.toString(), true);
    }
    if (type.startsWith("application/x-www-form-urlencoded")
        && value instanceof ObjectNode object) {
      return new BodyText(type, form(media, object), true);
    }
    if (range.multipart() && (value instanceof ObjectNode || value instanceof ArrayNode)) {
      return new BodyText(PartsText.contentType(type), parts.of(media.parts(), value), true);
    }
    if (range.xml()) {
      Optional<String> xml = XmlText.of(media.schema(), "root", value);
      return new BodyText(type, xml.orElseGet(value::toString), xml.isPresent());
    }
    if (range.lines() || range.jsonSequence() || range.events()) {
      return new BodyText(type, sequence(range, media, value), true);
    }
    if (range.type().equals("text") && !(value instanceof ObjectNode)) {
      return new BodyText(type, Spelling.plain(value), !(value instanceof ArrayNode));
    }
    boolean raw = !(value instanceof ObjectNode || value instanceof ArrayNode);
    boolean faithful = raw ? range.subtype().equals("octet-stream") : holdsJson(range.subtype());
    return new BodyText(type, raw ? Spelling.plain(value) : value.toString(), faithful);
  }

  /* JSON text is YAML (RFC 9512 §1.1); a vendor's type whose name has no suffix and whose document
  describes members is JSON in practice. */
  private static boolean holdsJson(String subtype) {
    boolean yaml = subtype.equals("yaml") || subtype.equals("x-yaml") || subtype.endsWith("+yaml");
    return yaml || (subtype.startsWith("vnd.") && subtype.indexOf('+') < 0);
  }

  /** A type in the range. */
  static String concrete(String name) {
    MediaRange range = MediaRange.of(name);
    if (!range.range()) {
      return name;
    }
    return switch (range.type()) {
      case "text" -> "text/plain";
      case "image" -> "image/png";
      case "audio" -> "audio/mpeg";
      case "video" -> "video/mp4";
      default ->
          range.subtype().startsWith("*+")
              ? "application/x" + range.subtype().substring(1)
              : "application/json";
    };
  }

  /* OAS 3.2 §4.14.3.1: the items one after the other; what is no array is one item. */
  private static String sequence(MediaRange range, MediaType media, Node value) {
    StringBuilder out = new StringBuilder();
    for (Node item : value instanceof ArrayNode array ? array : List.of(value)) {
      if (!range.events()) {
        // RFC 7464 §2.2
        out.append(range.jsonSequence() ? "\u001e" : "").append(item).append('\n');
      } else if (media.itemSchema() != null && item instanceof ObjectNode event) {
        out.append(event(event));
      } else {
        // WHATWG HTML, Server-sent events: documents describe the data of one event
        out.append(item instanceof StringNode text ? text.value() : "data: " + item + "\n\n");
      }
    }
    return out.toString();
  }

  /* OAS 3.2 §4.14.4: an item is one event, its members are the event's fields. */
  private static String event(ObjectNode event) {
    StringBuilder out = new StringBuilder();
    for (String name : event.keys()) {
      Node value = event.get(name);
      String text = value == null ? "" : Spelling.plain(value);
      text.lines().forEach(line -> out.append(name).append(": ").append(line).append('\n'));
    }
    return out.append('\n').toString();
  }

  private static String form(MediaType media, ObjectNode object) {
    List<String> pairs = new ArrayList<>();
    for (String name : object.keys()) {
      Node value = object.get(name);
      Encoding encoding = media.encoding(name);
      if (value != null && !encoding.styled() && !encoding.isPlain(value)) {
        for (Node item : value instanceof ArrayNode array ? array : List.of(value)) {
          String text = PartsText.text(encoding, PartsText.first(encoding), item);
          pairs.add(formEncoded(name) + '=' + formEncoded(text));
        }
      } else if (value != null) {
        pairs.addAll(new Spelling(encoding.wire(), BodyText::formEncoded).pairs(name, value));
      }
    }
    return String.join("&", pairs);
  }

  private static String formEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
