package dev.steadfast.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a lifecycle keeps what it promises. */
public final class LifecycleCheck {

  private LifecycleCheck() {}

  /**
   * What it does not keep, by place.
   *
   * @param base the lifecycle that clients know; null when there is none
   * @param at the time for which states are judged
   */
  public static List<LifecycleFinding> check(
      LifecycleFiles files, @Nullable Lifecycle base, Instant at) {
    Lifecycle lifecycle = files.lifecycle();
    List<LifecycleFinding> findings = new ArrayList<>();
    for (Subject subject : Subject.of(lifecycle)) {
      findings.addAll(new DateCheck(subject).findings());
      findings.addAll(new StateCheck(subject, at).findings());
    }
    findings.addAll(new SuccessorCheck(lifecycle).findings());
    for (ApiVersion version : lifecycle.versions()) {
      findings.addAll(new SpecCheck(files, version).findings());
    }
    if (base != null) {
      findings.addAll(new BaseCheck(base, lifecycle, at).findings());
    }
    return findings.stream().sorted().distinct().toList();
  }
}
