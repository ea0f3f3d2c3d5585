package dev.steadfast.compat;

import dev.steadfast.diff.Place;
import java.util.ArrayList;
import java.util.List;

/** One change that a rule saw, in every operation that it reaches. */
final class Sighting {

  private final RuleInfo rule;
  private final Hit hit;
  private final List<Place> places = new ArrayList<>();

  Sighting(RuleInfo rule, Hit hit) {
    this.rule = rule;
    this.hit = hit;
  }

  RuleInfo rule() {
    return rule;
  }

  Hit hit() {
    return hit;
  }

  /** Where it was seen, in the order of the walk; never empty. */
  List<Place> places() {
    return places;
  }
}
