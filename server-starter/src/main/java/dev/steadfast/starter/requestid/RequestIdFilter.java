package dev.steadfast.starter.requestid;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has each request named, and its name in the log context. */
final class RequestIdFilter implements Filter {

  private final RequestNamer namer;

  RequestIdFilter(RequestNamer namer) {
    this.namer = namer;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (RequestId.of(request) == null) {
      namer.name((HttpServletRequest) request, (HttpServletResponse) response);
    }
    LogContext context = LogContext.open(request);
    try {
      chain.doFilter(request, response);
    } finally {
      context.close();
    }
  }
}
