package dev.steadfast.diff;

import dev.steadfast.spec.Node;

/** A part of a contract that a rule can be about. */
public interface Element {

  /** The definition, behind any reference; for something left out, what it is left out of. */
  Node at();

  /** How messages call it: {@code query parameter 'limit'}. */
  String described();
}
