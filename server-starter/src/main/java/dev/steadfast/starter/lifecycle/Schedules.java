package dev.steadfast.starter.lifecycle;

import dev.steadfast.starter.lifecycle.End.Brownout;
import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.StandardProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out what answers say, and when that changes. */
final class Schedules {

  private Schedules() {}

  static Schedule of(VersionLifecycle version) {
    return of("Version " + version.version(), version.state(), version.end());
  }

  /** An operation ends with its version, or before it. */
  static Schedule of(OperationLifecycle operation, VersionLifecycle version) {
    return of(
        operation.method() + ' ' + version.basePath() + operation.path(),
        version.state() == State.RETIRED ? State.RETIRED : operation.state(),
        within(operation.end(), version.end()));
  }

  private static End within(End own, End outer) {
    List<Brownout> brownouts = new ArrayList<>(own.brownouts());
    brownouts.addAll(outer.brownouts());
    return new End(
        own.announced() != null ? own.announced() : outer.announced(),
        own.deprecated() != null ? own.deprecated() : outer.deprecated(),
        earlier(own.sunset(), outer.sunset()),
        own.successor() != null ? own.successor() : outer.successor(),
        brownouts,
        own.link() != null ? own.link() : outer.link());
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static Schedule of(String subject, State state, End end) {
    SortedSet<Instant> starts = new TreeSet<>();
    add(starts, end.announced());
    add(starts, end.sunset());
    for (Brownout brownout : end.brownouts()) {
      starts.add(brownout.from());
      starts.add(brownout.until());
    }
    List<Phase> phases = new ArrayList<>();
    phases.add(phase(subject, state, end, Instant.MIN));
    starts.forEach(start -> phases.add(phase(subject, state, end, start)));
    return new Schedule(starts.stream().map(Instant::toEpochMilli).toList(), phases);
  }

  private static void add(Set<Instant> starts, @Nullable Instant start) {
    if (start != null) {
      starts.add(start);
    }
  }

  private static Phase phase(String subject, State state, End end, Instant now) {
    String reason = reason(subject, state, end, now);
    boolean known = end.deprecated() != null || end.sunset() != null || end.link() != null;
    boolean told = known && (end.announced() == null || !now.isBefore(end.announced()));
    if (!told && reason == null) {
      return Phase.SILENT;
    }
    return new Phase(
        Headers.deprecation(end),
        Headers.sunset(end),
        end.link(),
        reason == null ? null : gone(reason, end));
  }

  /** Why requests of this moment are answered with 410, or null when they are not. */
  private static @Nullable String reason(String subject, State state, End end, Instant now) {
    if (end.sunset() != null && !now.isBefore(end.sunset())) {
      return subject + " ended on " + HttpDate.of(end.sunset());
    }
    if (state == State.RETIRED) {
      return subject + " has ended";
    }
    for (Brownout brownout : end.brownouts()) {
      if (!now.isBefore(brownout.from()) && now.isBefore(brownout.until())) {
        return subject
            + " is switched off until "
            + HttpDate.of(brownout.until())
            + ", as a reminder"
            + (end.sunset() == null ? "" : " that it ends on " + HttpDate.of(end.sunset()));
      }
    }
    return null;
  }

  private static Problem gone(String reason, End end) {
    if (end.successor() == null) {
      return Problem.of(StandardProblem.GONE, reason + '.');
    }
    Map<String, Object> successor = new LinkedHashMap<>();
    successor.put("name", end.successor().name());
    if (end.successor().href() != null) {
      successor.put("href", end.successor().href());
    }
    return Problem.of(StandardProblem.GONE, reason + "; use " + end.successor().name() + '.')
        .with("successor", successor);
  }
}
