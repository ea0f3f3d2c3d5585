package dev.steadfast.starter.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A clock is walked over two years, and every answer must change at the right second. */
class LifecycleOverTimeTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");

  private static final Instant ANNOUNCED = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant DEPRECATED = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant SUNSET = Instant.parse("2027-09-09T09:09:09Z");
  private static final List<Instant> BROWNOUTS =
      List.of(
          Instant.parse("2027-06-01T12:00:00Z"),
          Instant.parse("2027-06-01T12:10:00Z"),
          Instant.parse("2027-08-04T08:00:00Z"),
          Instant.parse("2027-08-04T16:00:00Z"));

  /** What an answer says, in one line. */
  private static final String SILENT = "200 - - -";

  private static final String HEADERS =
      " @1782864000 Thu, 09 Sep 2027 09:09:09 GMT"
          + " <https://bookshop.example/move-to-v2>; rel=\"deprecation\"; type=\"text/html\","
          + " <https://bookshop.example/policy>; rel=\"sunset\"; type=\"text/html\","
          + " </v2>; rel=\"successor-version\"";

  private static final MovableClock CLOCK = new MovableClock(START);

  private static final Bookshop SHOP = Bookshop.openWith(List.of(CLOCK));

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void version_overTwoYears_changesAtTheRightSecond() {
    List<Instant> moments = new ArrayList<>();
    for (Instant day = START; day.isBefore(END); day = day.plus(Duration.ofDays(1))) {
      moments.add(day);
    }
    List<Instant> boundaries = new ArrayList<>(BROWNOUTS);
    boundaries.addAll(List.of(ANNOUNCED, DEPRECATED, SUNSET));
    for (Instant boundary : boundaries) {
      moments.add(boundary.minusSeconds(1));
      moments.add(boundary.minusMillis(1));
      moments.add(boundary);
      moments.add(boundary.plusSeconds(1));
    }
    for (Instant moment : moments) {
      CLOCK.set(moment);
      assertThat(said(SHOP.get("/v1/books"))).as("%s", moment).isEqualTo(expected(moment));
    }
  }

  private static String expected(Instant moment) {
    if (moment.isBefore(ANNOUNCED)) {
      return SILENT;
    }
    boolean brownout =
        isWithin(moment, BROWNOUTS.get(0), BROWNOUTS.get(1))
            || isWithin(moment, BROWNOUTS.get(2), BROWNOUTS.get(3));
    return (brownout || !moment.isBefore(SUNSET) ? "410" : "200") + HEADERS;
  }

  private static boolean isWithin(Instant moment, Instant from, Instant until) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  private static String said(HttpResponse<?> answer) {
    return answer.statusCode()
        + " "
        + header(answer, "Deprecation")
        + " "
        + header(answer, "Sunset")
        + " "
        + header(answer, "Link");
  }

  private static String header(HttpResponse<?> answer, String name) {
    List<String> values = answer.headers().allValues(name);
    assertThat(values).hasSizeLessThan(2);
    return values.isEmpty() ? "-" : values.get(0);
  }
}
