package dev.steadfast.starter.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the line: a constant message, and what happened as pairs. */
final class OutcomeLogger {

  private static final Logger LOG = LoggerFactory.getLogger("dev.steadfast.access");

  private static final String MASK = "***";
  private static final int FIRST_ERROR = 400;
  private static final double NANOS_PER_MICRO = 1000;
  private static final double MICROS_PER_MILLI = 1000;

  /** A header to log: its name on the wire, its key, and what hides its value. */
  private record LoggedHeader(String name, String key, boolean masked) {}

  /** The line while it is being put together. */
  private static final class Line {
    private LoggingEventBuilder event = LOG.atInfo();

    void add(String key, Object value) {
      event = event.addKeyValue(key, value);
    }
  }

  private final SafeText safe;
  private final MaskedQuery query;
  private final List<String> excludedPaths;
  private final List<LoggedHeader> headers;

  OutcomeLogger(AccessLogProperties properties) {
    this.safe = new SafeText(properties.maxLength());
    this.query = new MaskedQuery(properties.maskedParameters());
    this.excludedPaths = properties.excludedPaths();
    Set<String> masked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    masked.addAll(properties.maskedHeaders());
    this.headers =
        properties.headers().stream()
            .map(name -> new LoggedHeader(name, key(name), masked.contains(name)))
            .collect(Collectors.toUnmodifiableList());
  }

  void log(
      HttpServletRequest request,
      HttpServletResponse response,
      long nanos,
      @Nullable Throwable failure) {
    boolean broken = failure != null && !response.isCommitted();
    int status = broken ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
    String path = request.getRequestURI();
    if (!LOG.isInfoEnabled() || (status < FIRST_ERROR && isExcluded(path))) {
      return;
    }
    Line line = new Line();
    line.add("method", safe.of(request.getMethod()));
    line.add("path", safe.of(path));
    String asked = request.getQueryString();
    if (asked != null) {
      line.add("query", safe.of(query.masked(asked)));
    }
    line.add("status", status);
    line.add("duration_ms", Math.round(nanos / NANOS_PER_MICRO) / MICROS_PER_MILLI);
    line.add("client", request.getRemoteAddr());
    for (LoggedHeader header : headers) {
      String value = request.getHeader(header.name());
      if (value != null) {
        line.add(header.key(), header.masked() ? masked(header, value) : safe.of(value));
      }
    }
    Map<String, Object> pairs = AccessLog.pairs(request);
    if (pairs != null) {
      pairs.forEach((key, value) -> line.add(key, safe(value)));
    }
    if (failure != null) {
      line.add("failure", failure.getClass().getSimpleName());
    }
    line.event.log("request");
  }

  /** The scheme of credentials says how a client authenticates, and nothing of the secret. */
  private String masked(LoggedHeader header, String value) {
    int space = value.indexOf(' ');
    boolean scheme = space > 0 && header.name().equalsIgnoreCase("Authorization");
    return scheme ? safe.of(value.substring(0, space + 1)) + MASK : MASK;
  }

  private Object safe(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value
        : safe.of(String.valueOf(value));
  }

  private boolean isExcluded(String path) {
    for (String excluded : excludedPaths) {
      boolean below =
          path.startsWith(excluded)
              && (path.length() == excluded.length() || path.charAt(excluded.length()) == '/');
      if (below) {
        return true;
      }
    }
    return false;
  }

  private static String key(String header) {
    return "header_" + header.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
