package dev.steadfast.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Plan PLAN = new Plan(Folder.lifecycle(Folder.LIFECYCLE), NOW);

  @Test
  void text_listsWhatHappensInOrder() {
    assertThat(PLAN.text(Plan.Format.TEXT))
        .isEqualTo(
            """
            payments, seen from 2026-11-22T00:00:00Z

              2025-01-15T00:00:00Z  676 days ago  v1  is released
              2026-10-01T00:00:00Z  52 days ago   v1  its end is announced
              2026-10-01T00:00:00Z  52 days ago   v2  is released
              2026-11-01T00:00:00Z  21 days ago   v1  is deprecated, use v2
              2027-09-01T09:00:00Z  in 283 days   v1  brownout: requests are answered with 410 until \
            2027-09-01T09:10:00Z
              2027-12-01T00:00:00Z  in 374 days   v1  ends: requests are answered with 410
            """);
  }

  @Test
  void markdown_isOneTable() {
    assertThat(PLAN.text(Plan.Format.MARKDOWN).lines())
        .startsWith(
            "# Plan of payments",
            "",
            "Seen from 2026-11-22T00:00:00Z.",
            "",
            "| when (UTC) | | what | happens |",
            "|---|---|---|---|",
            "| 2025-01-15T00:00:00Z | 676 days ago | v1 | is released |")
        .hasSize(12);
  }

  @Test
  void calendar_hasOneEventForEachDate() {
    String calendar = PLAN.text(Plan.Format.ICAL);
    assertThat(calendar)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//steadfast//lifecycle//EN\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains(
            """
            BEGIN:VEVENT
            UID:payments.v1.brownout-1@steadfast
            DTSTAMP:20261001T000000Z
            DTSTART:20270901T090000Z
            DTEND:20270901T091000Z
            SUMMARY:payments v1: brownout: requests are answered with 410 until 2027-09\

             -01T09:10:00Z
            URL:https://docs.example/v2
            CATEGORIES:brownout
            TRANSP:OPAQUE
            END:VEVENT
            """
                .replace("\n", "\r\n"));
    assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(7);
  }

  /** RFC 5545 §3.1: at most 75 octets before the line end, and never half a character. */
  @Test
  void calendar_foldsLongLinesBetweenCharacters() {
    String text =
        new Plan(
                Folder.lifecycle(
                    Folder.LIFECYCLE.replace(
                        "successor: v2", "reason: " + "Zahlungen ä€𝄞, weg; ".repeat(20))),
                NOW)
            .text(Plan.Format.ICAL);
    List<String> lines = Arrays.asList(text.split("\r\n", -1));
    assertThat(lines)
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .noneMatch(line -> line.contains("\n") || line.contains("\ufffd"));
    assertThat(text.replace("\r\n ", ""))
        .contains("without successor: " + "Zahlungen ä€𝄞\\, weg\\; ".repeat(19));
  }

  @Test
  void calendar_doesNotDependOnTheClock_andUidsNotOnTheDates() {
    Lifecycle moved = Folder.lifecycle(Folder.LIFECYCLE.replace("2027-12-01", "2028-01-01"));
    assertThat(
            new Plan(Folder.lifecycle(Folder.LIFECYCLE), NOW.plusSeconds(1)).text(Plan.Format.ICAL))
        .isEqualTo(PLAN.text(Plan.Format.ICAL));
    assertThat(uids(new Plan(moved, NOW).text(Plan.Format.ICAL)))
        .isEqualTo(uids(PLAN.text(Plan.Format.ICAL)))
        .doesNotHaveDuplicates();
  }

  private static List<String> uids(String calendar) {
    return calendar.lines().filter(line -> line.startsWith("UID:")).toList();
  }

  @Test
  void notice_canBeSentAsItIs() {
    assertThat(PLAN.text(Plan.Format.NOTICE))
        .isEqualTo(
            """
            Subject: payments v1 ends on 1 December 2027

            payments v1 is deprecated since 1 November 2026.
            It ends on Wednesday 1 December 2027, 00:00 UTC. From then on every request below /v1 is \
            answered with 410 (Gone).

            What to do
              Move to v2.
              How: https://docs.example/v2
              How versions end: https://docs.example/versioning

            Brownouts: requests are answered with 410 for a while, to find who still calls (UTC)
              Wednesday 1 September 2027, 09:00 to 09:10

            How to see whether you are affected: every answer says so
              Deprecation: @1793491200
              Sunset: Wed, 01 Dec 2027 00:00:00 GMT
              Link:
                <https://docs.example/v2>; rel="deprecation"; type="text/html"
                <https://docs.example/versioning>; rel="sunset"; type="text/html"
                </v2>; rel="successor-version"
            """);
  }

  @Test
  void notice_withoutAnythingThatEnds_saysSo() {
    Instant after = Instant.parse("2027-12-01T00:00:00Z");
    assertThat(new Plan(Folder.lifecycle(Folder.LIFECYCLE), after).text(Plan.Format.NOTICE))
        .isEqualTo("Nothing of payments is about to end.\n");
  }

  @Test
  void notice_withoutADateOfTheEnd_promisesTheNotice() {
    String open =
        Folder.LIFECYCLE
            .replaceFirst(" +sunset: .*\n", "")
            .replaceFirst("(?s) +brownouts:\n[^\n]*\n", "");
    assertThat(new Plan(Folder.lifecycle(open), NOW).text(Plan.Format.NOTICE).lines())
        .startsWith(
            "Subject: payments v1 is deprecated",
            "",
            "payments v1 is deprecated since 1 November 2026.",
            "It stays supported; a date for its end will be announced at least 12 months before.");
  }
}
