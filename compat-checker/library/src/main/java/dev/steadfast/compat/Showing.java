package dev.steadfast.compat;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Server;
import org.jspecify.annotations.Nullable;

/**
 * The message that shows a change: the smallest one that its sender's contract allows, with what is
 * named here in it.
 *
 * @param possible whether any one message shows it
 * @param parameter sent although it is optional, with a value that shows how it is spelled
 * @param caller the credentials that are sent
 * @param server where the request goes
 */
record Showing(
    boolean possible,
    @Nullable Parameter parameter,
    Authorization.@Nullable Alternative caller,
    @Nullable Server server) {

  /** No single message shows it. */
  static final Showing NONE = new Showing(false, null, null, null);

  /** The smallest message will do. */
  static final Showing SMALLEST = new Showing(true, null, null, null);

  static Showing with(Parameter parameter) {
    return new Showing(true, parameter, null, null);
  }

  static Showing by(Authorization.Alternative caller) {
    return new Showing(true, null, caller, null);
  }

  static Showing to(Server server) {
    return new Showing(true, null, null, server);
  }
}
