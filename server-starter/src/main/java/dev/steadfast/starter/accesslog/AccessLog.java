package dev.steadfast.starter.accesslog;

import jakarta.servlet.ServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the application adds to the log line of a request. */
public final class AccessLog {

  private static final String ATTRIBUTE = AccessLog.class.getName();

  private AccessLog() {}

  /**
   * Adds a pair to the line of this request; a later value for a key replaces an earlier one.
   *
   * @param key in lower snake case, such as {@code payment_id}
   * @param value text is made safe for a log; never a secret
   */
  public static void put(ServletRequest request, String key, Object value) {
    Map<String, Object> pairs = pairs(request);
    if (pairs == null) {
      pairs = new LinkedHashMap<>();
      request.setAttribute(ATTRIBUTE, pairs);
    }
    pairs.put(key, value);
  }

  @SuppressWarnings("unchecked") // nothing else writes this attribute
  static @Nullable Map<String, Object> pairs(ServletRequest request) {
    return (Map<String, Object>) request.getAttribute(ATTRIBUTE);
  }
}
