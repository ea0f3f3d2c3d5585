package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether what clients were told still holds. */
final class BaseCheck {

  private final List<Subject> before;
  private final List<Subject> after;
  private final Lifecycle lifecycle;
  private final Instant at;
  private final List<LifecycleFinding> findings = new ArrayList<>();

  BaseCheck(Lifecycle base, Lifecycle lifecycle, Instant at) {
    this.before = Subject.of(base);
    this.after = Subject.of(lifecycle);
    this.lifecycle = lifecycle;
    this.at = at;
  }

  List<LifecycleFinding> findings() {
    for (Subject old : before) {
      Subject now =
          after.stream()
              .filter(subject -> subject.label().equals(old.label()))
              .findFirst()
              .orElse(null);
      if (now != null) {
        kept(old, now);
      } else if (!isOver(old)) {
        findings.add(
            new LifecycleFinding(
                LifecycleRule.ENTRY_FORGOTTEN,
                place(old),
                old.label() + ": was " + old.state().text() + " and is not listed any more"));
      }
    }
    return findings;
  }

  private boolean isOver(Subject old) {
    Instant sunset = old.life().sunset();
    Instant end = old.outer() == null ? null : old.outer().sunset();
    return old.state() == State.RETIRED
        || old.state() == State.PREVIEW
        || (sunset != null && !at.isBefore(sunset))
        || (end != null && !at.isBefore(end));
  }

  /* Its version, where that is still there: an editor has nothing else to jump to. */
  private Location place(Subject old) {
    return lifecycle
        .version(old.version().name().value())
        .map(version -> version.name().at())
        .orElse(lifecycle.at());
  }

  private void kept(Subject old, Subject now) {
    if (now.state().compareTo(old.state()) < 0) {
      find(
          LifecycleRule.STATE_MOVED_BACK,
          now.life().state(),
          now,
          "was " + old.state().text() + " and is " + now.state().text() + " again");
    }
    Life.Dates was = old.life().dates();
    Life.Dates is = now.life().dates();
    passed(now, "released", was.released(), is.released());
    passed(now, "announced", was.announced(), is.announced());
    passed(now, "deprecated", was.deprecated(), is.deprecated());
    passed(now, "sunset", was.sunset(), is.sunset());
    Said<Instant> sunset = is.sunset();
    if (was.sunset() != null
        && sunset != null
        && sunset.value().isBefore(was.sunset().value())
        && old.state().ends()) {
      find(
          LifecycleRule.SUNSET_MOVED_EARLIER,
          sunset,
          now,
          "sunset was " + was.sunset().value() + " and is " + sunset.value());
    }
  }

  private void passed(
      Subject now, String name, @Nullable Said<Instant> was, @Nullable Said<Instant> is) {
    Instant instant = Life.instant(is);
    if (was != null && !at.isBefore(was.value()) && !Objects.equals(was.value(), instant)) {
      find(
          LifecycleRule.DATE_REWRITTEN,
          is != null ? is : now.life().state(),
          now,
          name + " was " + was.value() + " and " + (is == null ? "is gone" : "is " + instant));
    }
  }

  private void find(LifecycleRule rule, Said<?> place, Subject subject, String message) {
    findings.add(new LifecycleFinding(rule, place.at(), subject.label() + ": " + message));
  }
}
