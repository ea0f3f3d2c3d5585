package dev.steadfast.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What happens when, to everything that a lifecycle lists. */
public final class Plan {

  /** For whom the plan is written. */
  public enum Format {
    /** People at a terminal. */
    TEXT,
    /** A page or a pull request. */
    MARKDOWN,
    /** A calendar (RFC 5545). */
    ICAL,
    /** Clients: a message that is ready to be sent. */
    NOTICE;

    /** As options write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Lifecycle lifecycle;
  private final Instant now;

  /**
   * @param now what is past and what is to come; a calendar does not depend on it
   */
  public Plan(Lifecycle lifecycle, Instant now) {
    this.lifecycle = lifecycle;
    this.now = now;
  }

  /** The whole text. */
  public String text(Format format) {
    return switch (format) {
      case TEXT -> text();
      case MARKDOWN -> markdown();
      case ICAL -> new Calendar(lifecycle).text();
      case NOTICE -> new ClientNotice(lifecycle, now).text();
    };
  }

  private String text() {
    List<Event> events = Event.of(lifecycle);
    StringBuilder out = new StringBuilder();
    out.append(lifecycle.api().value()).append(", seen from ").append(now).append("\n\n");
    int label = width(events.stream().map(event -> event.subject().label()).toList());
    int distance = width(events.stream().map(event -> distance(event.at())).toList());
    for (Event event : events) {
      out.append("  ").append(event.at()).append("  ");
      pad(distance(event.at()), distance, out);
      pad(event.subject().label(), label, out);
      out.append(event.text()).append('\n');
    }
    return out.toString();
  }

  private String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# Plan of ").append(lifecycle.api().value()).append("\n\n");
    out.append("Seen from ").append(now).append(".\n\n| when (UTC) | | what | happens |\n");
    out.append("|---|---|---|---|\n");
    for (Event event : Event.of(lifecycle)) {
      out.append("| ").append(event.at()).append(" | ").append(distance(event.at()));
      out.append(" | ").append(cell(event.subject().label()));
      out.append(" | ").append(cell(event.text())).append(" |\n");
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s+", " ").strip();
  }

  private String distance(Instant at) {
    long days = Duration.between(now, at).abs().toDays();
    String text = days == 1 ? "1 day" : days + " days";
    return days == 0 ? "today" : at.isAfter(now) ? "in " + text : text + " ago";
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static void pad(String text, int width, StringBuilder out) {
    out.append(text).append(" ".repeat(width - text.length() + 2));
  }
}
