package dev.steadfast.compat;

import dev.steadfast.diff.Authorization;

/** A rule about what a caller must prove. */
interface AuthorizationRule extends ElementRule<Authorization> {

  @Override
  default Class<Authorization> kind() {
    return Authorization.class;
  }
}
