package dev.steadfast.compat;

import dev.steadfast.diff.Encoding;

/** A rule about how a property of a form is written. */
interface EncodingRule extends ElementRule<Encoding> {

  @Override
  default Class<Encoding> kind() {
    return Encoding.class;
  }
}
