package dev.steadfast.starter.requestid;

import jakarta.servlet.ServletRequest;
import org.slf4j.MDC;

/**
 * The request's name and trace in the log context of this thread, as {@code request_id}, {@code
 * trace_id} and {@code span_id}, until it is closed.
 */
public final class LogContext implements AutoCloseable {

  private static final String REQUEST_ID = "request_id";
  private static final String TRACE_ID = "trace_id";
  private static final String SPAN_ID = "span_id";

  private static final LogContext OPENED = new LogContext(true);
  private static final LogContext FOUND_OPEN = new LogContext(false);

  private final boolean opened;

  private LogContext(boolean opened) {
    this.opened = opened;
  }

  /** Does nothing when the feature is off, or the context is already the request's. */
  public static LogContext open(ServletRequest request) {
    String id = RequestId.of(request);
    if (id == null || id.equals(MDC.get(REQUEST_ID))) {
      return FOUND_OPEN;
    }
    MDC.put(REQUEST_ID, id);
    TraceContext trace = TraceContext.of(request);
    if (trace != null) {
      MDC.put(TRACE_ID, trace.traceId());
      MDC.put(SPAN_ID, trace.spanId());
    }
    return OPENED;
  }

  @Override
  public void close() {
    if (opened) {
      MDC.remove(REQUEST_ID);
      MDC.remove(TRACE_ID);
      MDC.remove(SPAN_ID);
    }
  }
}
