package dev.steadfast.starter.lifecycle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants as IMF-fixdate (RFC 9110 §5.6.7): two digits for the day, always {@code GMT}. {@link
 * DateTimeFormatter#RFC_1123_DATE_TIME} writes one digit for the first nine days of a month.
 */
final class HttpDate {

  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  static String of(Instant instant) {
    return IMF_FIXDATE.format(instant);
  }
}
