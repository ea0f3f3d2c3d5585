package dev.steadfast.reference.contract;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a list must be. */
record ArraySchema(int minItems, int maxItems, boolean unique, Schema items) implements Schema {

  @Override
  public void check(JsonNode value, Place place) {
    if (value.size() < minItems) {
      place.fault("must have at least " + minItems + " items, has " + value.size());
    } else if (value.size() > maxItems) {
      place.fault("must have at most " + maxItems + " items, has " + value.size());
    }
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < value.size() && !place.isEnough(); i++) {
      Place below = place.below(Integer.toString(i));
      items.check(value.get(i), below);
      if (unique && !seen.add(value.get(i))) {
        below.fault("is given twice");
      }
    }
  }
}
