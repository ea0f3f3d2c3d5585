package dev.steadfast.maven;

import dev.steadfast.spec.Source;

/** What a revision is compared with. */
sealed interface Baseline {

  /** There is a document. */
  record Found(Source source) implements Baseline {}

  /**
   * The place exists and has no document yet: nothing was promised.
   *
   * @param why for people, without a period
   */
  record Absent(String why) implements Baseline {}
}
