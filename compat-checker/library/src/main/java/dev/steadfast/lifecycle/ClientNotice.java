package dev.steadfast.lifecycle;

import dev.steadfast.header.WebLink;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message to clients, about everything whose end is announced and has not come. */
final class ClientNotice {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Lifecycle lifecycle;
  private final Instant now;
  private final StringBuilder out = new StringBuilder();

  ClientNotice(Lifecycle lifecycle, Instant now) {
    this.lifecycle = lifecycle;
    this.now = now;
  }

  String text() {
    List<Subject> ending = new ArrayList<>();
    for (Subject subject : Subject.of(lifecycle)) {
      Instant sunset = subject.life().sunset();
      if (subject.state() == State.DEPRECATED && (sunset == null || now.isBefore(sunset))) {
        ending.add(subject);
      }
    }
    if (ending.isEmpty()) {
      return "Nothing of " + lifecycle.api().value() + " is about to end.\n";
    }
    for (Subject subject : ending) {
      if (out.length() > 0) {
        out.append("\n----\n\n");
      }
      about(subject);
    }
    return out.toString();
  }

  private void about(Subject subject) {
    Life life = subject.life();
    Instant sunset = life.sunset();
    String name = lifecycle.api().value() + ' ' + subject.label();
    line(
        "Subject: "
            + name
            + (sunset == null ? " is deprecated" : " ends on " + DAY.format(sunset)));
    line("");
    Instant deprecated = life.deprecated();
    if (deprecated != null) {
      String tense =
          now.isBefore(deprecated) ? " will be deprecated from " : " is deprecated since ";
      line(name + tense + DAY.format(deprecated) + '.');
    }
    if (sunset != null) {
      line("It ends on " + MINUTE.format(sunset) + " UTC. From then on " + after(subject));
    } else {
      String notice = subject.notice() == null ? "" : " at least " + words(subject.notice());
      line("It stays supported; a date for its end will be announced" + notice + " before.");
    }
    whatToDo(subject);
    brownouts(life);
    howToSee(subject);
  }

  private static String after(Subject subject) {
    return subject.isField()
        ? "it may be missing."
        : subject.outer() == null
            ? "every request below "
                + subject.version().basePath().value()
                + " is answered with 410 (Gone)."
            : "every such request is answered with 410 (Gone).";
  }

  private void whatToDo(Subject subject) {
    Life life = subject.life();
    line("\nWhat to do");
    String successor = Life.text(life.successor());
    String reason = Life.text(life.reason());
    if (successor != null) {
      line("  Move to " + successor + '.');
    } else if (reason != null) {
      line("  Nothing takes its place: " + reason);
    }
    page("  How: ", life.migrationGuide());
    page("  Documentation: ", life.documentation());
    page("  How versions end: ", life.policy() != null ? life.policy() : lifecycle.policy());
  }

  private void brownouts(Life life) {
    List<Window> coming =
        life.brownouts().stream().filter(window -> now.isBefore(window.until())).toList();
    if (!coming.isEmpty()) {
      line(
          "\nBrownouts: requests are answered with 410 for a while, to find who still calls (UTC)");
      for (Window window : coming) {
        line("  " + MINUTE.format(window.from()) + " to " + until(window));
      }
    }
  }

  private static String words(Period period) {
    long months = period.toTotalMonths();
    String text = months == 0 ? "" : months + (months == 1 ? " month" : " months");
    long days = period.get(ChronoUnit.DAYS);
    String rest = days == 0 ? "" : days + (days == 1 ? " day" : " days");
    return text.isEmpty() || rest.isEmpty() ? text + rest : text + " and " + rest;
  }

  private static String until(Window window) {
    boolean sameDay = DAY.format(window.from()).equals(DAY.format(window.until()));
    return (sameDay ? TIME : MINUTE).format(window.until());
  }

  private void howToSee(Subject subject) {
    if (subject.isField()) {
      return;
    }
    Map<String, String> headers = notices(subject).headers();
    line("\nHow to see whether you are affected: every answer says so");
    headers.forEach(
        (name, value) -> line("  " + name + ':' + (name.equals("Link") ? "" : ' ' + value)));
    for (WebLink link : notices(subject).links()) {
      line("    " + link);
    }
  }

  private Notices notices(Subject subject) {
    ApiOperation operation = subject.operation();
    return operation == null
        ? Notices.of(lifecycle, subject.version())
        : Notices.of(lifecycle, subject.version(), operation);
  }

  private void page(String label, @Nullable Said<String> page) {
    if (page != null) {
      line(label + page.value());
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
