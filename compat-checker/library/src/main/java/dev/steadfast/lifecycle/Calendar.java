package dev.steadfast.lifecycle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The plan as a calendar (RFC 5545). An event keeps its UID when its date moves, so that calendars
 * that have it move it; its stamp is a date of the lifecycle, so that the same file gives the same
 * bytes.
 */
final class Calendar {

  private static final int LINE_BYTES = 75; // RFC 5545 §3.1, without the line end
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Lifecycle lifecycle;
  private final StringBuilder out = new StringBuilder();

  Calendar(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  String text() {
    String api = lifecycle.api().value();
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//steadfast//lifecycle//EN");
    line("NAME:" + escaped(api + " lifecycle"));
    for (Event event : Event.of(lifecycle)) {
      event(api, event);
    }
    line("END:VCALENDAR");
    return out.toString();
  }

  private void event(String api, Event event) {
    Life life = event.subject().life();
    line("BEGIN:VEVENT");
    line("UID:" + uid(api, event));
    line("DTSTAMP:" + UTC.format(stamp(event)));
    line("DTSTART:" + UTC.format(event.at()));
    if (event.until() != null) {
      line("DTEND:" + UTC.format(event.until()));
    }
    line("SUMMARY:" + escaped(api + ' ' + event.subject().label() + ": " + event.text()));
    Said<String> page =
        life.migrationGuide() != null ? life.migrationGuide() : life.documentation();
    if (page != null) {
      line("URL:" + page.value());
    }
    line("CATEGORIES:" + escaped(event.kind().replaceFirst("-.*", "")));
    line("TRANSP:" + (event.until() == null ? "TRANSPARENT" : "OPAQUE"));
    line("END:VEVENT");
  }

  /* When it was made known. */
  private static Instant stamp(Event event) {
    Said<Instant> announced = event.subject().life().announcement();
    return announced != null && announced.value().isBefore(event.at())
        ? announced.value()
        : event.at();
  }

  /* Two labels never become one: what is replaced is written in hexadecimal. */
  private static String uid(String api, Event event) {
    StringBuilder id = new StringBuilder(api).append('.');
    for (byte b : event.subject().label().getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && Character.isLetterOrDigit(b);
      id.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "-%02x", b));
    }
    return id + "." + event.kind() + "@steadfast";
  }

  /* RFC 5545 §3.3.11 */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r?\n", "\\\\n");
  }

  /** Folds between characters, never within one. */
  private void line(String text) {
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (used + bytes > LINE_BYTES) {
        out.append("\r\n ");
        used = 1;
      }
      out.appendCodePoint(character);
      used += bytes;
      i += Character.charCount(character);
    }
    out.append("\r\n");
  }
}
