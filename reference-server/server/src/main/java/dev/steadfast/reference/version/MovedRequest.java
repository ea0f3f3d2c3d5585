package dev.steadfast.reference.version;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as if it had been sent to another path of this server. */
final class MovedRequest extends HttpServletRequestWrapper {
  private final String path;

  MovedRequest(HttpServletRequest request, String path) {
    super(request);
    this.path = path;
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = super.getRequestURL();
    return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
  }

  @Override
  public String getServletPath() {
    return path;
  }
}
