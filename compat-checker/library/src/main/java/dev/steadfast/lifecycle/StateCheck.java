package dev.steadfast.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a state is the one of its dates. */
final class StateCheck {

  private final Subject subject;
  private final Instant at;
  private final List<LifecycleFinding> findings = new ArrayList<>();

  StateCheck(Subject subject, Instant at) {
    this.subject = subject;
    this.at = at;
  }

  List<LifecycleFinding> findings() {
    Life life = subject.life();
    Said<Instant> released = life.dates().released();
    Said<Instant> announced = life.announcement();
    Said<Instant> sunset = life.dates().sunset();
    switch (subject.state()) {
      case PREVIEW -> {}
      case CURRENT -> {
        if (released != null && at.isBefore(released.value())) {
          find("is current, and released only on " + released.value());
        }
        if (announced != null && !at.isBefore(announced.value())) {
          find("is current, and its end was announced on " + announced.value());
        }
      }
      case DEPRECATED -> {
        if (announced != null && at.isBefore(announced.value())) {
          find("is deprecated, and that is announced only on " + announced.value());
        }
        if (sunset != null && !at.isBefore(sunset.value())) {
          find("is deprecated, and its sunset passed on " + sunset.value());
        }
      }
      case RETIRED -> {
        if (sunset != null && at.isBefore(sunset.value())) {
          find("is retired, and its sunset comes only on " + sunset.value());
        }
      }
    }
    return findings;
  }

  private void find(String message) {
    findings.add(
        new LifecycleFinding(
            LifecycleRule.STATE_CONTRADICTS_DATE,
            subject.life().state().at(),
            subject.label() + ": " + message + " (judged at " + at + ")"));
  }
}
