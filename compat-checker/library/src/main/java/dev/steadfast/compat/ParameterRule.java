package dev.steadfast.compat;

import dev.steadfast.diff.Parameter;

/** A rule about parameters and headers. */
interface ParameterRule extends ElementRule<Parameter> {

  @Override
  default Class<Parameter> kind() {
    return Parameter.class;
  }
}
