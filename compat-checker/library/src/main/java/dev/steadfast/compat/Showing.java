package dev.steadfast.compat;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that shows a change: the smallest one that its sender's contract allows, with what is
 * named here in it.
 *
 * @param possible whether any one message shows it
 * @param lost whether it shows what was sent before and never is again
 * @param parameter sent although it is optional, with a value that shows how it is spelled
 * @param caller the credentials that are sent
 * @param server where the request goes
 * @param mediaType of the body, which is sent although it is optional; empty for the element's own
 * @param accept the media type that the client asks for; empty when it does not say
 */
record Showing(
    boolean possible,
    boolean lost,
    @Nullable Parameter parameter,
    Authorization.@Nullable Alternative caller,
    @Nullable Server server,
    String mediaType,
    String accept) {

  /** No single message shows it. */
  static final Showing NONE = new Showing(false, false, null, null, null, "", "");

  /** The smallest message will do. */
  static final Showing SMALLEST = new Showing(true, false, null, null, null, "", "");

  static Showing with(Parameter parameter) {
    return new Showing(true, false, parameter, null, null, "", "");
  }

  static Showing by(Authorization.Alternative caller) {
    return new Showing(true, false, null, caller, null, "", "");
  }

  static Showing to(Server server) {
    return new Showing(true, false, null, null, server, "", "");
  }

  static Showing body(String mediaType) {
    return new Showing(true, false, null, null, null, mediaType, "");
  }

  /** A request whose client can read this media type only. */
  static Showing accepting(String mediaType) {
    return new Showing(true, false, null, null, null, "", mediaType);
  }

  /** The smallest message of the old contract, which is never sent again. */
  static final Showing LOST = new Showing(true, true, null, null, null, "", "");

  /** The same, with an optional header. */
  static Showing lost(Parameter header) {
    return new Showing(true, true, header, null, null, "", "");
  }

  /** The same, with an optional body; without media types no body shows it. */
  static Showing lost(List<MediaType> content) {
    return content.isEmpty()
        ? NONE
        : new Showing(true, true, null, null, null, content.get(0).name(), "");
  }
}
