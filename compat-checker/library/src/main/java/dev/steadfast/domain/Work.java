package dev.steadfast.domain;

/** A bound on steps, counted, so that an answer depends on no clock. */
final class Work {

  private long left;

  Work(long steps) {
    this.left = steps;
  }

  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new WorkExceeded("too many steps");
    }
  }
}
