package dev.steadfast.domain;

/** An automaton or a search grew past its bound; caught where the question was asked. */
final class WorkExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WorkExceeded(String what) {
    super(what, null, false, false);
  }
}
