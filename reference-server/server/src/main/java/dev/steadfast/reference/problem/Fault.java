package dev.steadfast.reference.problem;

import org.jspecify.annotations.Nullable;

/**
 * One fault of a request, with its place: {@code ProblemError} of v2.
 *
 * @param detail what is wrong there, at most 500 characters
 * @param pointer where in the body, a JSON Pointer in a URI fragment (RFC 6901 §6)
 * @param parameter the name of the parameter, when it is not in the body
 */
public record Fault(String detail, @Nullable String pointer, @Nullable String parameter) {

  /** A fault in the body. */
  public static Fault inBody(String pointer, String detail) {
    return new Fault(detail, pointer, null);
  }

  /** A fault in a path, query or header parameter. */
  public static Fault inParameter(String name, String detail) {
    return new Fault(detail, null, name);
  }
}
