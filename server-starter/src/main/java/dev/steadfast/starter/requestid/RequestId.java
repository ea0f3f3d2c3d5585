package dev.steadfast.starter.requestid;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The name of a request, known to every filter and handler inside the request id filter. */
public final class RequestId {

  static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  /** The request's name, or null when the feature is off. */
  public static @Nullable String of(ServletRequest request) {
    return (String) request.getAttribute(ATTRIBUTE);
  }
}
