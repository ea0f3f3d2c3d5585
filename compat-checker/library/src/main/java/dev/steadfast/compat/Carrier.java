package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.Place;

/** What carries a schema in a message: a parameter, a header or a media type, on both sides. */
record Carrier(Place place, Element before, Element after) {

  /** The sender's side. */
  Element sent() {
    return place.direction() == Direction.REQUEST ? before : after;
  }
}
