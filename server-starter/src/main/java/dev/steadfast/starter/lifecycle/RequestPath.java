package dev.steadfast.starter.lifecycle;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request as the container understood it: decoded, without {@code ..}, double slashes
 * and path parameters, below the context path. So no other spelling of a path gets around a sunset.
 */
final class RequestPath {

  private RequestPath() {}

  static String of(HttpServletRequest request) {
    String servlet = request.getServletPath();
    String rest = request.getPathInfo();
    return rest == null ? servlet : servlet + rest;
  }

  /** Whether a path is the base, or below it. */
  static boolean isBelow(String path, String base) {
    return path.startsWith(base)
        && (path.length() == base.length() || path.charAt(base.length()) == '/');
  }
}
