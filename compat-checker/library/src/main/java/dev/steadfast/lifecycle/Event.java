package dev.steadfast.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to a version, an operation or a field.
 *
 * @param until the second after the last; null for what has no length
 * @param subject whom it happens to
 * @param kind one word; brownouts are numbered, because each is an event of its own
 * @param text what happens, for people
 */
record Event(Instant at, @Nullable Instant until, Subject subject, String kind, String text) {

  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::at).thenComparing(event -> event.subject.label());

  /** All of them, in the order in which they happen. */
  static List<Event> of(Lifecycle lifecycle) {
    List<Event> all = new ArrayList<>();
    for (Subject subject : Subject.of(lifecycle)) {
      Life.Dates dates = subject.life().dates();
      add(all, subject, dates.released(), "released", "is released");
      add(all, subject, dates.announced(), "announced", "its end is announced");
      add(all, subject, dates.deprecated(), "deprecated", "is deprecated" + instead(subject));
      int number = 1;
      for (Window window : subject.life().brownouts()) {
        all.add(
            new Event(
                window.from(),
                window.until(),
                subject,
                "brownout-" + number++,
                "brownout: requests are answered with 410 until " + window.until()));
      }
      add(all, subject, dates.sunset(), "sunset", end(subject));
      add(all, subject, dates.removed(), "removed", "is removed from the specification");
    }
    all.sort(ORDER);
    return all;
  }

  private static void add(
      List<Event> all, Subject subject, @Nullable Said<Instant> at, String kind, String text) {
    if (at != null) {
      all.add(new Event(at.value(), null, subject, kind, text));
    }
  }

  private static String instead(Subject subject) {
    String successor = Life.text(subject.life().successor());
    String reason = Life.text(subject.life().reason());
    return successor != null
        ? ", use " + successor
        : reason != null ? ", without successor: " + reason : "";
  }

  private static String end(Subject subject) {
    return subject.isField() ? "ends: it may be gone" : "ends: requests are answered with 410";
  }
}
