package dev.steadfast.compat;

import dev.steadfast.compat.Witness.Shows;
import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.MediaRange;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Server;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.StringNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that shows a change: the smallest one that its sender's contract allows, with what is
 * named here in it.
 *
 * @param possible whether any one message shows it
 * @param shows what becomes of it
 * @param parameter sent although it is optional, with a value that shows how it is spelled
 * @param value of the parameter; null for one that shows how it is spelled
 * @param field the part of a form that is sent although it is optional; null for none
 * @param partType the media type of that part; empty for the first that the document names
 * @param caller the credentials that are sent
 * @param server where the request goes
 * @param mediaType of the body, which is sent although it is optional; empty for the element's own
 * @param accept the media type that the client asks for; empty when it does not say
 */
record Showing(
    boolean possible,
    Shows shows,
    @Nullable Parameter parameter,
    @Nullable Node value,
    @Nullable Encoding field,
    String partType,
    Authorization.@Nullable Alternative caller,
    @Nullable Server server,
    String mediaType,
    String accept) {

  /** No single message shows it. */
  static final Showing NONE =
      new Showing(false, Shows.REFUSED, null, null, null, "", null, null, "", "");

  /** The smallest message will do. */
  static final Showing SMALLEST =
      new Showing(true, Shows.REFUSED, null, null, null, "", null, null, "", "");

  static Showing with(Parameter parameter) {
    return new Showing(true, Shows.REFUSED, parameter, null, null, "", null, null, "", "");
  }

  static Showing by(Authorization.Alternative caller) {
    return new Showing(true, Shows.REFUSED, null, null, null, "", caller, null, "", "");
  }

  static Showing to(Server server) {
    return new Showing(true, Shows.REFUSED, null, null, null, "", null, server, "", "");
  }

  static Showing body(String mediaType) {
    return new Showing(true, Shows.REFUSED, null, null, null, "", null, null, mediaType, "");
  }

  /** A body of a type that the media type stands for and none of the others does. */
  static Showing outside(MediaType old, List<MediaType> others) {
    List<MediaRange> taken = others.stream().map(MediaType::range).toList();
    String type = old.range().range() ? old.range().typeOutside(taken) : "";
    return body(type.isEmpty() ? old.name() : type);
  }

  /** A request whose client can read this media type only. */
  static Showing accepting(String mediaType) {
    return new Showing(true, Shows.REFUSED, null, null, null, "", null, null, "", mediaType);
  }

  /** The smallest message of the old contract, which is never sent again. */
  static final Showing LOST =
      new Showing(true, Shows.LOST, null, null, null, "", null, null, "", "");

  /** The same, with an optional header. */
  static Showing lost(Parameter header) {
    return new Showing(true, Shows.LOST, header, null, null, "", null, null, "", "");
  }

  /** The same, with an optional body; without media types no body shows it. */
  static Showing lost(List<MediaType> content) {
    return content.isEmpty()
        ? NONE
        : new Showing(
            true, Shows.LOST, null, null, null, "", null, null, content.get(0).name(), "");
  }

  /** A message with this parameter or header, which is read otherwise than it is written. */
  static Showing misread(Parameter parameter) {
    return new Showing(true, Shows.MISREAD, parameter, null, null, "", null, null, "", "");
  }

  /** A body with this field, which is read otherwise than it is written. */
  static Showing misread(Encoding field) {
    return new Showing(true, Shows.MISREAD, null, null, field, "", null, null, "", "");
  }

  /** A body with this field, in a media type of it that the other is not. */
  static Showing with(Encoding field, Encoding other) {
    String type = field.typeOutside(other);
    return new Showing(true, Shows.REFUSED, null, null, field, type, null, null, "", "");
  }

  /** A message with this parameter and value. */
  static Showing with(Parameter parameter, String value) {
    Node text = StringNode.of(value);
    return new Showing(true, Shows.REFUSED, parameter, text, null, "", null, null, "", "");
  }
}
