package dev.steadfast.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Members of a set of numbers that a person would choose. */
final class NumberSamples {

  private static final List<BigDecimal> PLAIN =
      Stream.of(
              "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "-1", "-2", "0.5", "1.5",
              "2.5", "-0.5", "0.25", "0.1", "0.01")
          .map(BigDecimal::new)
          .toList();
  private static final List<BigDecimal> STEPS =
      Stream.of("1", "0.5", "0.1", "0.01", "2", "10").map(BigDecimal::new).toList();
  private static final int MAX_MEMBERS = 4;
  private static final int MAX_POINTS = 100;
  private static final int MAX_EXPONENT = 400;

  private static final Comparator<BigDecimal> SIMPLEST =
      Comparator.<BigDecimal>comparingInt(NumberSamples::plainness)
          .thenComparingInt(number -> Math.max(number.scale(), 0))
          .thenComparingInt(number -> number.signum() < 0 ? 1 : 0)
          .thenComparing(number -> number.abs());

  private NumberSamples() {}

  private static int plainness(BigDecimal number) {
    int place = PLAIN.indexOf(number);
    return place < 0 ? PLAIN.size() : place;
  }

  static List<BigDecimal> of(NumberSet set, List<BigDecimal> points, List<Gap> gaps, int max) {
    Set<BigDecimal> found = new TreeSet<>(SIMPLEST);
    PLAIN.stream().filter(set::contains).forEach(found::add);
    points.stream().filter(set::contains).limit(max).forEach(found::add);
    for (BigDecimal point : points.subList(0, Math.min(points.size(), MAX_POINTS))) {
      if (Math.abs(Between.magnitude(point)) > MAX_EXPONENT
          || Math.abs(point.scale()) > MAX_EXPONENT) {
        continue;
      }
      Stream<BigDecimal> beside =
          STEPS.stream().flatMap(step -> Stream.of(point.subtract(step), point.add(step)));
      Stream<BigDecimal> whole =
          Stream.of(point.setScale(0, RoundingMode.FLOOR), point.setScale(0, RoundingMode.CEILING));
      Stream.concat(beside, whole)
          .filter(set::contains)
          .map(NumberSamples::plain)
          .forEach(found::add);
    }
    for (Gap gap : gaps) {
      if (found.size() >= max && gaps.size() > MAX_POINTS) {
        break;
      }
      gap.members(MAX_MEMBERS).stream().map(NumberSamples::plain).forEach(found::add);
    }
    return found.stream().limit(max).toList();
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() > -20 ? stripped.setScale(0) : stripped;
  }
}
