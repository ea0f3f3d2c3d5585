package dev.steadfast.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request that reached no servlet, with its address as it was sent, as far as that is known. */
final class RefusedRequest extends HttpServletRequestWrapper {

  private final String uri;

  RefusedRequest(HttpServletRequest request, @Nullable String uri) {
    super(request);
    this.uri = uri == null ? "" : uri;
  }

  @Override
  public String getRequestURI() {
    return uri;
  }

  @Override
  public String getServletPath() {
    String context = getContextPath();
    return context != null && uri.startsWith(context) ? uri.substring(context.length()) : uri;
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }
}
