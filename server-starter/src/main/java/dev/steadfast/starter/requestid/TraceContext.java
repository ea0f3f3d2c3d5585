package dev.steadfast.starter.requestid;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The place of a request in a distributed trace (W3C Trace Context, Recommendation of 23 November
 * 2021).
 *
 * @param traceId of the whole trace: 32 lower-case hexadecimal digits, not all zero
 * @param spanId of this server's part, the parent of whatever it calls: 16 such digits
 * @param sampled whether the caller may have recorded its part
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {

  static final String ATTRIBUTE = TraceContext.class.getName();

  /** Of version 00; later versions may only add to it (§3.2.2). */
  private static final int LENGTH = 55;

  private static final HexFormat HEX = HexFormat.of();

  /** The request's place, or null when the feature is off. */
  public static @Nullable TraceContext of(ServletRequest request) {
    return (TraceContext) request.getAttribute(ATTRIBUTE);
  }

  /** The header for what this server calls, and for its answer. */
  public String traceparent() {
    return "00-" + traceId + '-' + spanId + (sampled ? "-01" : "-00");
  }

  /**
   * This server's place below its caller's, or the start of a new trace when there is no caller
   * with a valid place.
   *
   * @param traceparent as received
   */
  static TraceContext continued(@Nullable String traceparent) {
    return traceparent != null && isValid(traceparent)
        ? new TraceContext(traceparent.substring(3, 35), newSpan(), isSampled(traceparent))
        : new TraceContext(newTrace(), newSpan(), false);
  }

  private static boolean isValid(String value) {
    return value.length() >= LENGTH
        && isHex(value, 0, 2)
        && value.charAt(2) == '-'
        && isHex(value, 3, 35)
        && !isZero(value, 3, 35)
        && value.charAt(35) == '-'
        && isHex(value, 36, 52)
        && !isZero(value, 36, 52)
        && value.charAt(52) == '-'
        && isHex(value, 53, LENGTH)
        && hasKnownEnd(value);
  }

  /** Version ff is forbidden, 00 ends here, a later one may go on after a hyphen. */
  private static boolean hasKnownEnd(String value) {
    if (value.startsWith("ff")) {
      return false;
    }
    return value.length() == LENGTH || (!value.startsWith("00") && value.charAt(LENGTH) == '-');
  }

  private static boolean isHex(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSampled(String value) {
    return (HexFormat.fromHexDigit(value.charAt(LENGTH - 1)) & 1) == 1;
  }

  private static String newTrace() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong()) + newSpan();
  }

  /** Not zero: the lowest bit is always set. */
  private static String newSpan() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
  }
}
