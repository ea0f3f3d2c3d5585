package dev.steadfast.header;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * The one form in which an HTTP-date may be sent: IMF-fixdate, {@code Wed, 01 Dec 2027 00:00:00
 * GMT} (RFC 9110 §5.6.7). {@link DateTimeFormatter#RFC_1123_DATE_TIME} is another: it writes one
 * digit for the first nine days of a month.
 */
public final class HttpDate {

  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** Of years 0 to 9999; fractions of a second are cut off. */
  public static String format(Instant instant) {
    return IMF_FIXDATE.format(instant);
  }

  /** Empty when the text is no IMF-fixdate, or names a day that is not the date's. */
  public static Optional<Instant> parse(String text) {
    try {
      Instant instant = IMF_FIXDATE.parse(text, Instant::from);
      return format(instant).equals(text) ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
