package dev.steadfast.proof;

import java.util.List;

/** The middle one of several measurements; of an even number the upper one. */
public final class Median {

  private Median() {}

  /** Not a number when nothing was measured. */
  public static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }
}
