package dev.steadfast.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what ends has somewhere to go, and one version is the one to start with. */
final class SuccessorCheck {

  private final Lifecycle lifecycle;
  private final List<LifecycleFinding> findings = new ArrayList<>();

  SuccessorCheck(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  List<LifecycleFinding> findings() {
    String current = null;
    for (Subject subject : Subject.of(lifecycle)) {
      Life life = subject.life();
      if (subject.state().ends() && life.successor() == null && life.reason() == null) {
        find(
            LifecycleRule.DEPRECATION_WITHOUT_SUCCESSOR,
            life.state(),
            subject,
            "is " + subject.state().text() + " and names neither 'successor' nor 'reason'");
      }
      if (subject.outer() == null && subject.state() == State.CURRENT) {
        if (current != null) {
          find(
              LifecycleRule.CURRENT_NOT_UNIQUE,
              life.state(),
              subject,
              "is current, and so is " + current);
        }
        current = subject.label();
      }
    }
    lifecycle.versions().forEach(this::version);
    return findings;
  }

  private void version(ApiVersion version) {
    Said<String> said = version.life().successor();
    if (said != null) {
      ApiVersion next = lifecycle.version(said.value()).orElse(null);
      complain(version.name().value(), said, next == null ? null : next.life(), version.life());
      if (next != null && isCircle(version)) {
        findings.add(
            new LifecycleFinding(
                LifecycleRule.SUCCESSOR_UNUSABLE,
                said.at(),
                version.name().value() + ": successors lead in a circle"));
      }
    }
    for (ApiOperation operation : version.operations()) {
      Said<String> next = operation.life().successor();
      ApiOperation listed = next == null ? null : version.operation(next.value()).orElse(null);
      if (next != null && listed != null) {
        complain(label(version, operation.name()), next, listed.life(), operation.life());
      }
    }
    for (ApiField field : version.fields()) {
      Said<String> next = field.life().successor();
      for (ApiField listed : version.fields()) {
        if (next != null && listed.name().value().equals(next.value())) {
          complain(label(version, field.name()), next, listed.life(), field.life());
        }
      }
    }
  }

  private void complain(String label, Said<String> successor, @Nullable Life next, Life life) {
    String name = "successor '" + successor.value() + "' ";
    String fault = null;
    if (next == null) {
      fault = "is no version of this file";
    } else if (next.state().value() == State.RETIRED) {
      fault = "is retired";
    } else if (endsNoLater(next.sunset(), life.sunset())) {
      fault = "ends no later, on " + next.sunset();
    }
    if (fault != null) {
      findings.add(
          new LifecycleFinding(
              LifecycleRule.SUCCESSOR_UNUSABLE, successor.at(), label + ": " + name + fault));
    }
  }

  private static boolean endsNoLater(@Nullable Instant next, @Nullable Instant own) {
    return next != null && own != null && !next.isAfter(own);
  }

  private boolean isCircle(ApiVersion version) {
    Set<String> seen = new HashSet<>();
    ApiVersion at = version;
    while (at != null && seen.add(at.name().value())) {
      String next = Life.text(at.life().successor());
      at = next == null ? null : lifecycle.version(next).orElse(null);
    }
    return at != null;
  }

  private static String label(ApiVersion version, Said<String> name) {
    return version.name().value() + ' ' + name.value();
  }

  private void find(LifecycleRule rule, Said<?> at, Subject subject, String message) {
    findings.add(new LifecycleFinding(rule, at.at(), subject.label() + ": " + message));
  }
}
