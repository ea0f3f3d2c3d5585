package dev.steadfast.starter.problem;

import org.jspecify.annotations.Nullable;

/**
 * One fault of a request, with the place where it is.
 *
 * @param detail what is wrong there, for people
 * @param pointer where in the body, as a JSON Pointer in a URI fragment (RFC 6901 §6): {@code
 *     #/items/0/price}
 * @param parameter the name of the path, query or header parameter, when it is not in the body
 */
public record Fault(String detail, @Nullable String pointer, @Nullable String parameter) {

  /** A fault in the body. */
  public static Fault at(String pointer, String detail) {
    return new Fault(detail, pointer, null);
  }

  /** A fault of a path, query or header parameter. */
  public static Fault of(String parameter, String detail) {
    return new Fault(detail, null, parameter);
  }
}
