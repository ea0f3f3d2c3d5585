package dev.steadfast.starter.lifecycle;

import org.jspecify.annotations.Nullable;

/** The values of headers that tell an end. */
final class Headers {

  private Headers() {}

  /** A structured-field date (RFC 9745 §2, RFC 9651 §3.3.7). */
  static @Nullable String deprecation(End end) {
    return end.deprecated() == null ? null : "@" + end.deprecated().getEpochSecond();
  }

  /** An HTTP-date (RFC 8594 §3). */
  static @Nullable String sunset(End end) {
    return end.sunset() == null ? null : HttpDate.of(end.sunset());
  }
}
