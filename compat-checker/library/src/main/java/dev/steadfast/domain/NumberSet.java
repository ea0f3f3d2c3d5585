package dev.steadfast.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A set of JSON numbers: exact decimals, unbounded, never doubles; 1.0 and 1 are one number. Closed
 * under and, or and not.
 */
public final class NumberSet {

  /*
   * The number line is cut at `points`. members[i] says whether points[i] belongs; gaps[i] is what
   * holds between points[i-1] and points[i], as a function of divisibility. A point that cuts nothing
   * is removed, a gap that is empty or full in fact says so.
   */
  private static final NumberSet NONE = everywhere(Decision.constant(false));
  private static final NumberSet ALL = everywhere(Decision.constant(true));

  private final List<BigDecimal> points;
  private final List<Boolean> members;
  private final List<Decision<NumberAtom>> gaps;

  private NumberSet(
      List<BigDecimal> points, List<Boolean> members, List<Decision<NumberAtom>> gaps) {
    this.points = points;
    this.members = members;
    this.gaps = gaps;
  }

  public static NumberSet all() {
    return ALL;
  }

  public static NumberSet none() {
    return NONE;
  }

  public static NumberSet of(BigDecimal... values) {
    List<BigDecimal> points =
        Arrays.stream(values).map(NumberSet::plain).sorted().distinct().toList();
    return new NumberSet(
        points,
        Collections.nCopies(points.size(), true),
        Collections.nCopies(points.size() + 1, Decision.constant(false)));
  }

  public static NumberSet atLeast(BigDecimal least) {
    return cut(least, true, false);
  }

  public static NumberSet moreThan(BigDecimal bound) {
    return cut(bound, false, false);
  }

  public static NumberSet atMost(BigDecimal most) {
    return cut(most, true, true);
  }

  public static NumberSet lessThan(BigDecimal bound) {
    return cut(bound, false, true);
  }

  /**
   * All multiples, with zero and the negative ones.
   *
   * @throws IllegalArgumentException if the divisor is not positive
   */
  public static NumberSet multiplesOf(BigDecimal divisor) {
    if (divisor.signum() <= 0) {
      throw new IllegalArgumentException("divisor is not positive: " + divisor);
    }
    return everywhere(Decision.atom(Modulus.of(divisor)));
  }

  public static NumberSet integers() {
    return multiplesOf(BigDecimal.ONE);
  }

  /** The values of a numeric format of the OAS Format Registry; empty for any other name. */
  public static Optional<NumberSet> format(String format) {
    return NumberFormat.named(format);
  }

  static NumberSet between(BigDecimal least, BigDecimal most) {
    return atLeast(least).and(atMost(most));
  }

  private static NumberSet everywhere(Decision<NumberAtom> decision) {
    return new NumberSet(List.of(), List.of(), List.of(decision));
  }

  private static NumberSet cut(BigDecimal point, boolean member, boolean below) {
    return new NumberSet(
        List.of(plain(point)),
        List.of(member),
        List.of(Decision.constant(below), Decision.constant(!below)));
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private boolean isAll() {
    return points.isEmpty() && gaps.get(0).isTrue();
  }

  private boolean isNone() {
    return points.isEmpty() && gaps.get(0).isFalse();
  }

  public NumberSet and(NumberSet other) {
    if (isNone() || other.isAll()) {
      return this;
    }
    if (isAll() || other.isNone()) {
      return other;
    }
    return combine(other, NumberSet::conjunction);
  }

  public NumberSet or(NumberSet other) {
    return not().and(other.not()).not();
  }

  /** What is in this set and not in the other. */
  public NumberSet without(NumberSet other) {
    return isNone() ? this : equals(other) ? NONE : and(other.not());
  }

  public NumberSet not() {
    if (isAll()) {
      return NONE;
    }
    if (isNone()) {
      return ALL;
    }
    return new NumberSet(
        points,
        members.stream().map(member -> !member).toList(),
        gaps.stream().map(Decision::not).toList());
  }

  private static Decision<NumberAtom> conjunction(
      Decision<NumberAtom> left, Decision<NumberAtom> right) {
    return left.and(right).orElseGet(() -> Decision.atom(new BothNumbers(left, right)));
  }

  private NumberSet combine(NumberSet other, BinaryOperator<Decision<NumberAtom>> operation) {
    Line line = new Line();
    int left = 0;
    int right = 0;
    while (true) {
      Decision<NumberAtom> gap = operation.apply(gaps.get(left), other.gaps.get(right));
      int order = compareNext(left, other, right);
      BigDecimal end = null;
      boolean member = false;
      if (left < points.size() || right < other.points.size()) {
        end = order <= 0 ? points.get(left) : other.points.get(right);
        boolean here = order <= 0 ? members.get(left) : holds(gaps.get(left), end);
        boolean there = order >= 0 ? other.members.get(right) : holds(other.gaps.get(right), end);
        member = here && there;
      }
      line.add(gap, end, member);
      if (end == null) {
        return line.toSet();
      }
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
  }

  private int compareNext(int left, NumberSet other, int right) {
    if (left == points.size()) {
      return 1;
    }
    return right == other.points.size() ? -1 : points.get(left).compareTo(other.points.get(right));
  }

  private static boolean holds(Decision<NumberAtom> gap, BigDecimal number) {
    return gap.value(atom -> Tri.of(atom.holds(number))) == Tri.YES;
  }

  public boolean contains(BigDecimal number) {
    int index = Collections.binarySearch(points, plain(number));
    return index >= 0 ? members.get(index) : holds(gaps.get(-index - 1), number);
  }

  public Emptiness emptiness() {
    if (members.contains(true)) {
      return Emptiness.INHABITED;
    }
    Emptiness answer = Emptiness.EMPTY;
    for (int i = 0; i < gaps.size(); i++) {
      Emptiness gap = gap(i).emptiness();
      if (gap == Emptiness.INHABITED) {
        return gap;
      }
      answer = gap == Emptiness.UNKNOWN ? gap : answer;
    }
    return answer;
  }

  private Gap gap(int index) {
    return new Gap(
        index == 0 ? null : points.get(index - 1),
        index == points.size() ? null : points.get(index),
        gaps.get(index));
  }

  /**
   * Up to so many members, simplest first: small integers, then bounds and what lies beside them.
   * Not empty when {@link #emptiness} is INHABITED.
   */
  public List<BigDecimal> samples(int max) {
    List<Gap> all = new ArrayList<>();
    for (int i = 0; i < gaps.size(); i++) {
      all.add(gap(i));
    }
    return NumberSamples.of(this, points, all, max);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberSet that
        && points.equals(that.points)
        && members.equals(that.members)
        && gaps.equals(that.gaps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(points, members, gaps);
  }

  /** A set in the making, from left to right. */
  private static final class Line {

    private final List<BigDecimal> points = new ArrayList<>();
    private final List<Boolean> members = new ArrayList<>();
    private final List<Decision<NumberAtom>> gaps = new ArrayList<>();

    /** A gap and the point at its end; the last gap has none. */
    void add(Decision<NumberAtom> decision, @Nullable BigDecimal end, boolean member) {
      BigDecimal start = points.isEmpty() ? null : points.get(points.size() - 1);
      Decision<NumberAtom> gap = new Gap(start, end, decision).simplified();
      int last = points.size() - 1;
      if (start != null && gap.equals(gaps.get(last)) && holds(gap, start) == members.get(last)) {
        points.remove(last);
        members.remove(last);
        gaps.remove(last);
      }
      gaps.add(gap);
      if (end != null) {
        points.add(end);
        members.add(member);
      }
    }

    NumberSet toSet() {
      return new NumberSet(List.copyOf(points), List.copyOf(members), List.copyOf(gaps));
    }
  }
}
