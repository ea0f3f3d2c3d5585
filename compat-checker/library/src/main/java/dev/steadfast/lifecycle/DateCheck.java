package dev.steadfast.lifecycle;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates in order, enough notice, brownouts where they belong. Needs no clock. */
final class DateCheck {

  private final Subject subject;
  private final Life life;
  private final List<LifecycleFinding> findings = new ArrayList<>();

  DateCheck(Subject subject) {
    this.subject = subject;
    this.life = subject.life();
  }

  List<LifecycleFinding> findings() {
    order();
    missing();
    notice();
    brownouts();
    return findings;
  }

  private void order() {
    Life.Dates dates = life.dates();
    Map<String, @Nullable Said<Instant>> named = new LinkedHashMap<>();
    named.put("released", dates.released());
    named.put("announced", dates.announced());
    named.put("deprecated", dates.deprecated());
    named.put("sunset", dates.sunset());
    named.put("removed", dates.removed());
    String earlier = "";
    Said<Instant> before = null;
    for (Map.Entry<String, @Nullable Said<Instant>> date : named.entrySet()) {
      Said<Instant> now = date.getValue();
      if (now == null) {
        continue;
      }
      if (before != null && now.value().isBefore(before.value())) {
        find(
            LifecycleRule.DATES_OUT_OF_ORDER,
            now,
            date.getKey() + " " + now.value() + " is before " + earlier + " " + before.value());
      } else {
        before = now;
        earlier = date.getKey();
      }
    }
    Instant end = subject.outer() == null ? null : subject.outer().sunset();
    Said<Instant> sunset = dates.sunset();
    if (end != null && sunset != null && sunset.value().isAfter(end)) {
      find(
          LifecycleRule.DATES_OUT_OF_ORDER,
          sunset,
          "sunset " + sunset.value() + " is after the version's own, " + end);
    }
  }

  private void missing() {
    State state = subject.state();
    if (state == State.CURRENT && subject.outer() == null && life.dates().released() == null) {
      find(LifecycleRule.DATE_MISSING, life.state(), "is current and has no 'released'");
    }
    if (state == State.DEPRECATED && life.dates().deprecated() == null) {
      find(LifecycleRule.DATE_MISSING, life.state(), "is deprecated and has no 'deprecated'");
    }
    if (state == State.RETIRED && life.dates().sunset() == null) {
      find(LifecycleRule.DATE_MISSING, life.state(), "is retired and has no 'sunset'");
    }
    Said<Instant> sunset = life.dates().sunset();
    if (sunset != null && life.announcement() == null) {
      find(
          LifecycleRule.DATE_MISSING,
          sunset,
          "has a sunset, and neither 'announced' nor 'deprecated'");
    }
  }

  private void notice() {
    Said<Instant> sunset = life.dates().sunset();
    Said<Instant> announced = life.announcement();
    Period notice = subject.notice();
    if (sunset == null || announced == null || notice == null) {
      return;
    }
    Instant earliest = announced.value().atOffset(ZoneOffset.UTC).plus(notice).toInstant();
    if (sunset.value().isBefore(earliest)) {
      find(
          LifecycleRule.NOTICE_TOO_SHORT,
          sunset,
          "sunset "
              + sunset.value()
              + " is less than "
              + notice
              + " after the announcement of "
              + announced.value()
              + "; the earliest is "
              + earliest);
    }
  }

  private void brownouts() {
    Instant sunset = life.sunset();
    Said<Instant> announced = life.announcement();
    Instant start = life.deprecated() != null ? life.deprecated() : Life.instant(announced);
    Instant free = start;
    for (Window window : life.brownouts()) {
      String text = "brownout " + window.from() + " to " + window.until();
      if (!window.from().isBefore(window.until())) {
        misplaced(window, text + " ends before it begins");
      } else if (start == null || window.from().isBefore(start)) {
        misplaced(window, text + " begins before the deprecation");
      } else if (sunset == null) {
        misplaced(window, text + " has no sunset to warn of");
      } else if (window.until().isAfter(sunset)) {
        misplaced(window, text + " ends after the sunset " + sunset);
      } else if (free != null && window.from().isBefore(free)) {
        misplaced(window, text + " begins before the one above has ended");
      } else {
        free = window.until();
      }
    }
  }

  private void misplaced(Window window, String message) {
    findings.add(
        new LifecycleFinding(
            LifecycleRule.BROWNOUT_MISPLACED, window.at(), subject.label() + ": " + message));
  }

  private void find(LifecycleRule rule, Said<?> at, String message) {
    findings.add(new LifecycleFinding(rule, at.at(), subject.label() + ": " + message));
  }
}
