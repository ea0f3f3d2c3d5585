package dev.steadfast.starter.requestid;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** Names each request, and says the name in the log context and in the answer. */
final class RequestIdFilter implements Filter {

  private static final String TRACEPARENT = "traceparent";

  private final String header;

  RequestIdFilter(String header) {
    this.header = header;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (RequestId.of(request) == null) {
      name((HttpServletRequest) request, (HttpServletResponse) response);
    }
    LogContext context = LogContext.open(request);
    try {
      chain.doFilter(request, response);
    } finally {
      context.close();
    }
  }

  private void name(HttpServletRequest request, HttpServletResponse response) {
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
