package dev.steadfast.compat;

import dev.steadfast.diff.MediaType;

/** A rule about the representations of a body. */
interface MediaTypeRule extends ElementRule<MediaType> {

  @Override
  default Class<MediaType> kind() {
    return MediaType.class;
  }
}
