package dev.steadfast.spec;

import java.util.Comparator;

/** A fault of a document, and where it is; problems sort by file, line and column. */
public record Problem(Location at, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at).thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
