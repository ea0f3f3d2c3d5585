package dev.steadfast.compat;

import dev.steadfast.diff.Body;

/** A rule about request bodies. */
interface BodyRule extends ElementRule<Body> {

  @Override
  default Class<Body> kind() {
    return Body.class;
  }
}
