package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;
import java.util.Comparator;

/**
 * A promise of a lifecycle that is not kept.
 *
 * @param message what and where, without place and rule id
 */
public record LifecycleFinding(LifecycleRule rule, Location at, String message)
    implements Comparable<LifecycleFinding> {

  private static final Comparator<LifecycleFinding> ORDER =
      Comparator.comparing(LifecycleFinding::at)
          .thenComparing(LifecycleFinding::rule)
          .thenComparing(LifecycleFinding::message);

  @Override
  public int compareTo(LifecycleFinding other) {
    return ORDER.compare(this, other);
  }
}
