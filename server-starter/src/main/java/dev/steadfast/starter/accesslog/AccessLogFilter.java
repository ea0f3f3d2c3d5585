package dev.steadfast.starter.accesslog;

import dev.steadfast.starter.requestid.LogContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Logs the outcome of each request when its answer is complete. */
final class AccessLogFilter implements Filter {

  private final OutcomeLogger logger;

  AccessLogFilter(AccessLogProperties properties) {
    this.logger = new OutcomeLogger(properties);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answered = (HttpServletResponse) response;
    Throwable failure = null;
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      if (failure == null && request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new Later(asked, answered, start));
      } else {
        logger.log(asked, answered, System.nanoTime() - start, failure);
      }
    }
  }

  /** An answer that another thread completes. */
  private final class Later implements AsyncListener {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long start;

    Later(HttpServletRequest request, HttpServletResponse response, long start) {
      this.request = request;
      this.response = response;
      this.start = start;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      @Nullable Throwable failure = event.getThrowable();
      LogContext context = LogContext.open(request);
      try {
        logger.log(request, response, System.nanoTime() - start, failure);
      } finally {
        context.close();
      }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // the answer to a timeout completes, too
    }

    @Override
    public void onError(AsyncEvent event) {
      // the answer to an error completes, too
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // a new cycle starts without listeners (Servlet 6.1 §9.10)
      event.getAsyncContext().addListener(this);
    }
  }
}
