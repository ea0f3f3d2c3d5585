package dev.steadfast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Random sets against a second opinion: every number of a grid, one by one. */
class NumberSetLawsTest {

  private static final int ROUNDS = Integer.getInteger("steadfast.rounds", 300) * 10;
  private static final List<BigDecimal> UNIVERSE = grid();

  /** A set and what it should contain. */
  private record Case(String name, NumberSet set, Predicate<BigDecimal> expected) {}

  private static List<BigDecimal> grid() {
    List<BigDecimal> grid = new ArrayList<>();
    for (int hundredths = -1_300; hundredths <= 1_300; hundredths += 5) {
      grid.add(BigDecimal.valueOf(hundredths, 2));
    }
    for (int i = -20; i <= 20; i++) {
      grid.add(BigDecimal.valueOf(i * 60L));
      grid.add(BigDecimal.valueOf(i * 60L + 31));
    }
    return grid;
  }

  private static Case leaf(Random random) {
    BigDecimal bound = BigDecimal.valueOf(random.nextInt(40) - 20, random.nextInt(2));
    BigDecimal divisor =
        new BigDecimal(
            List.of("1", "2", "3", "0.5", "0.3", "1.5", "0.25", "10", "6", "1.0", "1e1")
                .get(random.nextInt(11)));
    return switch (random.nextInt(7)) {
      case 0 -> new Case(">=" + bound, NumberSet.atLeast(bound), x -> x.compareTo(bound) >= 0);
      case 1 -> new Case(">" + bound, NumberSet.moreThan(bound), x -> x.compareTo(bound) > 0);
      case 2 -> new Case("<=" + bound, NumberSet.atMost(bound), x -> x.compareTo(bound) <= 0);
      case 3 -> new Case("<" + bound, NumberSet.lessThan(bound), x -> x.compareTo(bound) < 0);
      case 4 ->
          new Case(
              "{1," + bound + "}",
              NumberSet.of(bound, BigDecimal.ONE),
              x -> x.compareTo(bound) == 0 || x.compareTo(BigDecimal.ONE) == 0);
      default ->
          new Case(
              "*" + divisor,
              NumberSet.multiplesOf(divisor),
              x -> x.remainder(divisor).signum() == 0);
    };
  }

  private static Case set(Random random, int depth) {
    if (depth == 0) {
      return leaf(random);
    }
    Case left = set(random, depth - 1);
    Case right = set(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0, 1 ->
          new Case(
              "(" + left.name + " & " + right.name + ")",
              left.set.and(right.set),
              left.expected.and(right.expected));
      case 2, 3 ->
          new Case(
              "(" + left.name + " | " + right.name + ")",
              left.set.or(right.set),
              left.expected.or(right.expected));
      default -> new Case("!" + left.name, left.set.not(), left.expected.negate());
    };
  }

  @Test
  void combinations_containWhatTheirPartsSay() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Case each = set(random, random.nextInt(5));
      for (BigDecimal number : UNIVERSE) {
        assertThat(each.set.contains(number))
            .as("%s has %s", each.name, number)
            .isEqualTo(each.expected.test(number));
      }
    }
  }

  @Test
  void emptiness_isNeverContradicted() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      Case each = set(random, random.nextInt(5));
      Emptiness emptiness = each.set.emptiness();
      List<BigDecimal> samples = each.set.samples(7);
      assertThat(emptiness).as(each.name).isNotEqualTo(Emptiness.UNKNOWN);
      assertThat(samples.isEmpty()).as(each.name).isEqualTo(emptiness == Emptiness.EMPTY);
      assertThat(samples).as(each.name).doesNotHaveDuplicates().allMatch(each.expected);
      if (emptiness == Emptiness.EMPTY) {
        assertThat(UNIVERSE).as(each.name).noneMatch(each.expected);
      }
    }
  }

  @Test
  void laws_hold() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      NumberSet a = set(random, 2).set;
      NumberSet b = set(random, 2).set;
      NumberSet c = set(random, 2).set;
      assertThat(a.not().not()).isEqualTo(a);
      assertThat(a.and(a)).isEqualTo(a);
      assertThat(a.or(a.not())).isEqualTo(NumberSet.all());
      assertThat(a.and(a.not())).isEqualTo(NumberSet.none());
      assertThat(a.and(b)).isEqualTo(b.and(a)).hasSameHashCodeAs(b.and(a));
      assertThat(a.and(b).and(a.not()).emptiness()).isEqualTo(Emptiness.EMPTY);
      NumberSet left = a.and(b.or(c));
      NumberSet right = a.and(b).or(a.and(c));
      assertThat(left.and(right.not()).emptiness()).isEqualTo(Emptiness.EMPTY);
      assertThat(right.and(left.not()).emptiness()).isEqualTo(Emptiness.EMPTY);
    }
  }
}
