package dev.steadfast.starter.requestid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** Names requests: by their client's name if it is well formed, otherwise by a new one. */
public final class RequestNamer {

  private static final String TRACEPARENT = "traceparent";

  private final String header;

  RequestNamer(String header) {
    this.header = header;
  }

  /** Gives the request its name and its place in a trace, and says both in the answer. */
  public void name(HttpServletRequest request, HttpServletResponse response) {
    String given = single(request.getHeaders(header));
    String id = given != null && RequestId.isWellFormed(given) ? given : RequestId.make();
    TraceContext trace = TraceContext.continued(single(request.getHeaders(TRACEPARENT)));
    request.setAttribute(RequestId.ATTRIBUTE, id);
    request.setAttribute(TraceContext.ATTRIBUTE, trace);
    response.setHeader(header, id);
    response.setHeader(TRACEPARENT, trace.traceparent());
  }

  /** The value of a header that is sent once; one that is sent twice says nothing certain. */
  private static @Nullable String single(Enumeration<String> values) {
    if (!values.hasMoreElements()) {
      return null;
    }
    String first = values.nextElement();
    return values.hasMoreElements() ? null : first;
  }
}
