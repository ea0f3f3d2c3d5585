package dev.steadfast.starter.lifecycle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The method and path of an operation, compared with requests without making anything new. */
final class OperationPath {

  /** A literal part is tried before one that varies, as in OpenAPI (OAS 3.1, Paths Object). */
  static final Comparator<OperationPath> LITERAL_FIRST = Comparator.comparing(path -> path.shape);

  private final String method;
  private final List<Part> parts;
  private final String shape;

  /**
   * One part between slashes.
   *
   * @param prefix what it starts with; all of it when it does not vary
   * @param suffix what it ends with
   */
  private record Part(String prefix, boolean varies, String suffix) {

    static Part of(String text) {
      int open = text.indexOf('{');
      int close = text.lastIndexOf('}');
      return open < 0 || close < open
          ? new Part(text, false, "")
          : new Part(text.substring(0, open), true, text.substring(close + 1));
    }

    boolean matches(String path, int from, int to) {
      int least = prefix.length() + suffix.length();
      return (varies ? to - from > least : to - from == least)
          && path.startsWith(prefix, from)
          && path.startsWith(suffix, to - suffix.length());
    }
  }

  /**
   * @param path {@code /payments/{id}/capture}
   */
  OperationPath(String method, String path) {
    this.method = method;
    this.parts = Arrays.stream(path.substring(1).split("/", -1)).map(Part::of).toList();
    StringBuilder shape = new StringBuilder();
    parts.forEach(part -> shape.append(part.varies() ? '1' : '0'));
    this.shape = shape.toString();
  }

  /**
   * Whether a request is for this operation; HEAD asks for what GET would answer.
   *
   * @param start where the base path ends
   */
  boolean matches(String requested, String path, int start) {
    if (!method.equals(requested) && !(method.equals("GET") && requested.equals("HEAD"))) {
      return false;
    }
    int from = start;
    for (Part part : parts) {
      if (from >= path.length() || path.charAt(from) != '/') {
        return false;
      }
      int slash = path.indexOf('/', from + 1);
      int end = slash < 0 ? path.length() : slash;
      if (!part.matches(path, from + 1, end)) {
        return false;
      }
      from = end;
    }
    return from == path.length();
  }
}
