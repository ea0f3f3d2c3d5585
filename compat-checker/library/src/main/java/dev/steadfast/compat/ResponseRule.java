package dev.steadfast.compat;

import dev.steadfast.diff.Response;

/** A rule about answers. */
interface ResponseRule extends ElementRule<Response> {

  @Override
  default Class<Response> kind() {
    return Response.class;
  }
}
