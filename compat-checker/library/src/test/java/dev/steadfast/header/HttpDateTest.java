package dev.steadfast.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  /** RFC 9110 §5.6.7. */
  private static final Pattern IMF_FIXDATE =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2}"
              + " (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}"
              + " [0-9]{2}:[0-9]{2}:[0-9]{2} GMT");

  @Test
  void everyDayOfFourYears_isAnImfFixdate() {
    Instant day = Instant.parse("2026-01-01T07:08:09Z");
    for (int i = 0; i < 4 * 366; i++) {
      Instant instant = day.plus(i, ChronoUnit.DAYS);
      assertThat(HttpDate.format(instant)).matches(IMF_FIXDATE);
      assertThat(HttpDate.parse(HttpDate.format(instant))).contains(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wed, 1 Dec 2027 00:00:00 GMT",
        "Thu, 01 Dec 2027 00:00:00 GMT",
        "Wed, 01 Dec 2027 00:00:00 UTC",
        "Wed, 01 Dec 2027 00:00:00 +0000",
        "Wed, 31 Feb 2027 00:00:00 GMT",
        "wed, 01 dec 2027 00:00:00 gmt",
        "Wednesday, 01-Dec-27 00:00:00 GMT",
        "Wed Dec  1 00:00:00 2027",
        "2027-12-01T00:00:00Z",
        "@1827619200",
        ""
      })
  void otherDates_areRefused(String text) {
    assertThat(HttpDate.parse(text)).isEmpty();
  }
}
