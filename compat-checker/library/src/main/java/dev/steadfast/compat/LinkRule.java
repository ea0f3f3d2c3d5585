package dev.steadfast.compat;

import dev.steadfast.diff.Link;

/** A rule about links. */
interface LinkRule extends ElementRule<Link> {

  @Override
  default Class<Link> kind() {
    return Link.class;
  }
}
