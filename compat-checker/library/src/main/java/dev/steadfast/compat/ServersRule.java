package dev.steadfast.compat;

import dev.steadfast.diff.Servers;

/** A rule about where an operation can be called. */
interface ServersRule extends ElementRule<Servers> {

  @Override
  default Class<Servers> kind() {
    return Servers.class;
  }
}
