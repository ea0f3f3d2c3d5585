package dev.steadfast.starter.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dates in headers, on every day of two years and in places that write dates differently. */
class HttpDateTest {

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void home() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void date_onEveryDay_isAnImfFixdate() {
    Instant end = Instant.parse("2028-01-01T00:00:00Z");
    for (Instant day = Instant.parse("2026-01-01T00:00:00Z");
        day.isBefore(end);
        day = day.plus(Duration.ofDays(1))) {
      Instant late = day.plusSeconds(86_399);
      assertThat(HttpDate.of(day)).isEqualTo(spelled(day, "00:00:00"));
      assertThat(HttpDate.of(late)).isEqualTo(spelled(day, "23:59:59"));
    }
  }

  @Test
  void date_anywhere_isTheSame() {
    for (String tag : List.of("ar-SA-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE", "hi-IN")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(HttpDate.of(Instant.parse("2027-12-01T00:00:00Z")))
          .isEqualTo("Wed, 01 Dec 2027 00:00:00 GMT");
    }
  }

  /** RFC 9110 §5.6.7, IMF-fixdate, spelled out without a formatter. */
  private static String spelled(Instant day, String time) {
    LocalDate date = LocalDate.ofInstant(day, ZoneOffset.UTC);
    int number = date.getDayOfMonth();
    return DAYS.get(date.getDayOfWeek().getValue() - 1)
        + ", "
        + (number < 10 ? "0" : "")
        + number
        + " "
        + MONTHS.get(date.getMonthValue() - 1)
        + " "
        + date.getYear()
        + " "
        + time
        + " GMT";
  }
}
