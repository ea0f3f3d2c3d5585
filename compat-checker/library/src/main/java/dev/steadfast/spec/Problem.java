package dev.steadfast.spec;

import java.util.Comparator;

/**
 * A fault of a document; one sentence, no final period.
 *
 * @param at where the author has to look
 */
public record Problem(Location at, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at).thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column: message}. */
  @Override
  public String toString() {
    return at + ": " + message;
  }
}
