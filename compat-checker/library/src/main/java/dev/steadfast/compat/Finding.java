package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.spec.Location;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change between two contracts, and what it does to whom.
 *
 * @param rule id of the rule, in kebab-case
 * @param breaks who is hurt, in the order of {@link Hurt}; empty when nobody is
 * @param operations what the change reaches, {@code POST /v1/payments}, sorted, shortest path first
 * @param message what changed, without place and rule id
 * @param was the value before; empty when there was none
 * @param now the value after; empty when there is none
 * @param why who fails and how
 * @param fix what to do instead
 * @param fingerprint the same for the same change when lines move
 * @param base where it is in the old document; null when it is not there
 * @param revision where it is in the new document; null when it is not there
 * @param copies where else the same change was made, in schemas that are copies of one another
 */
public record Finding(
    String rule,
    Severity severity,
    Direction direction,
    Set<Hurt> breaks,
    List<String> operations,
    String message,
    String was,
    String now,
    String why,
    String fix,
    String fingerprint,
    @Nullable Location base,
    @Nullable Location revision,
    @Nullable Witness witness,
    Confidence confidence,
    List<Spot> copies) {

  public Finding {
    EnumSet<Hurt> sorted = EnumSet.noneOf(Hurt.class);
    sorted.addAll(breaks);
    breaks = Collections.unmodifiableSet(sorted);
    operations = List.copyOf(operations);
    copies = List.copyOf(copies);
  }

  /** A place of the change in both documents; null where it is not there. */
  public record Spot(@Nullable Location base, @Nullable Location revision) {}

  /** Every place of the change, the one to show first. */
  List<Spot> spots() {
    return Stream.concat(Stream.of(new Spot(base, revision)), copies.stream()).toList();
  }

  /** The same change, rated otherwise. */
  public Finding rated(Severity other) {
    return with(other, message);
  }

  /** The same change in other words. */
  public Finding saying(String other) {
    return with(severity, other);
  }

  private Finding with(Severity rating, String words) {
    return new Finding(
        rule,
        rating,
        direction,
        breaks,
        operations,
        words,
        was,
        now,
        why,
        fix,
        fingerprint,
        base,
        revision,
        witness,
        confidence,
        copies);
  }
}
