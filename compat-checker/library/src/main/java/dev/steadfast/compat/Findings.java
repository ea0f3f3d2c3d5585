package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.Site;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words what was seen. */
final class Findings {

  private static final Comparator<String> SHORTEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private Findings() {}

  /** What was seen at copies of one parameter; the first is the one to show. */
  static Finding seen(List<Sighting> copies, @Nullable Witness witness) {
    Sighting sighting = copies.get(0);
    RuleInfo rule = sighting.rule();
    Hit hit = sighting.hit();
    Direction direction = sighting.places().get(0).direction();
    boolean wire = !rule.breaks().equals(Set.of(Hurt.SDK_COMPILE));
    return new Finding(
        rule.id(),
        rule.severity(),
        wire ? direction : Direction.NONE,
        rule.breaks(),
        operations(copies.stream().flatMap(copy -> copy.places().stream()).map(Place::operation)),
        hit.message(),
        hit.was(),
        hit.now(),
        rule.why(),
        rule.fix(),
        Fingerprint.of(rule.id(), StablePath.of(hit.base(), hit.revision()), hit.message()),
        location(hit.base()),
        location(hit.revision()),
        witness,
        Confidence.PROVEN,
        copies.stream()
            .skip(1)
            .map(Sighting::hit)
            .map(copy -> new Finding.Spot(location(copy.base()), location(copy.revision())))
            .toList());
  }

  /** One change at copies of one schema; the first is the one to show. */
  static Finding of(List<SchemaChange> copies, @Nullable Witness witness) {
    SchemaChange change = copies.get(0);
    RuleInfo rule = SchemaRules.rated(change);
    boolean unknown = change.reason().length() > 0;
    return new Finding(
        rule.id(),
        rule.severity(),
        change.direction(),
        rule.breaks(),
        operations(copies.stream().flatMap(copy -> copy.sites().stream()).map(Site::operation)),
        SchemaWords.message(change),
        change.was(),
        change.now(),
        unknown ? "It could not be decided: " + change.reason() + "." : rule.why(),
        rule.fix(),
        Fingerprint.of(
            rule.id(),
            StablePath.of(change.base(), change.revision()),
            change.direction().name(),
            change.subject()),
        location(change.base()),
        location(change.revision()),
        witness,
        unknown ? Confidence.UNKNOWN : Confidence.PROVEN,
        copies.stream()
            .skip(1)
            .map(copy -> new Finding.Spot(location(copy.base()), location(copy.revision())))
            .toList());
  }

  private static List<String> operations(Stream<String> reached) {
    return reached.filter(name -> !name.isEmpty()).distinct().sorted(SHORTEST_FIRST).toList();
  }

  /** The key of a member, so that a change is shown on the line that names it. */
  private static @Nullable Location location(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    if (node.parent() instanceof ObjectNode owner) {
      for (int i = 0; i < owner.size(); i++) {
        if (owner.value(i) == node) {
          return Location.ofKey(owner, owner.key(i));
        }
      }
    }
    return Location.of(node);
  }
}
